package app.mita.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is asked of one of the operators' routes. */
final class OpsQuery {

    private final StringBuilder text;

    private OpsQuery(String route) {
        text = new StringBuilder(route);
    }

    static OpsQuery of(String route) {
        return new OpsQuery(route);
    }

    /** @param value null leaves it open */
    OpsQuery with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    /** The path with its query. */
    @Override
    public String toString() {
        return text.toString();
    }
}
