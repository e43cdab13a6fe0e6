package app.mita.runtime.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The name of a request, in X-Request-ID, in the envelope and in the log. */
public final class RequestId {

    static final String HEADER = "X-Request-ID";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final int MAX_LENGTH = 128;

    private RequestId() {}

    /** The exchange's id; makes one when none was assigned. */
    public static String of(ServerWebExchange exchange) {
        String assigned = exchange.getAttribute(ATTRIBUTE);
        return assigned == null ? assign(exchange) : assigned;
    }

    /** Gives the exchange its id. */
    static String assign(ServerWebExchange exchange) {
        var id = keep(exchange.getRequest().getHeaders().getFirst(HEADER));
        exchange.getAttributes().put(ATTRIBUTE, id);
        return id;
    }

    /** A client's own id is kept when it is short and plain, so that it can go into a log line and a header. */
    static String keep(@Nullable String own) {
        return own != null && plain(own) ? own : "req_" + hex12();
    }

    /** Twelve random hexadecimal digits: names, not secrets. */
    static String hex12() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
    }

    private static boolean plain(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean fine =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.:".indexOf(c) >= 0;
            if (!fine) {
                return false;
            }
        }
        return true;
    }
}
