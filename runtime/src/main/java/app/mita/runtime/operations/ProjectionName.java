package app.mita.runtime.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.util.regex.Pattern;

/** What is asked for as a projection's name. */
public final class ProjectionName {

    /** What a name looks like. */
    public static final Pattern FORM = Pattern.compile("[a-z][a-z_]{0,40}");

    private ProjectionName() {}

    /**
     * The same text, which need be no projection's name yet.
     *
     * @throws Refused NOT_FOUND for what can be none: not every text can be looked for
     */
    public static String possible(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.");
        }
        return text;
    }
}
