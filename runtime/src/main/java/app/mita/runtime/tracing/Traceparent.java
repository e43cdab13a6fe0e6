package app.mita.runtime.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** The W3C trace context's header, version 00: {@code 00-<trace>-<span>-<flags>}, all lower-case hexadecimal. */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final String VERSION = "00-";
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private Traceparent() {}

    /** What a client has sent, when it can be relied on to be one; null otherwise, as the standard asks. */
    public static @Nullable String checked(@Nullable String sent) {
        return sent != null && isOne(sent) ? sent : null;
    }

    static String of(SpanContext span) {
        return VERSION + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** @param traceparent as {@link #checked} gives it */
    static SpanContext read(String traceparent) {
        return SpanContext.createFromRemoteParent(
                traceparent.substring(TRACE, SPAN - 1),
                traceparent.substring(SPAN, FLAGS - 1),
                TraceFlags.fromHex(traceparent, FLAGS),
                TraceState.getDefault());
    }

    private static boolean isOne(String sent) {
        if (sent.length() != LENGTH || !sent.startsWith(VERSION)) {
            return false;
        }
        return isId(sent, TRACE, SPAN - 1)
                && sent.charAt(SPAN - 1) == '-'
                && isId(sent, SPAN, FLAGS - 1)
                && sent.charAt(FLAGS - 1) == '-'
                && isHex(sent.charAt(FLAGS))
                && isHex(sent.charAt(FLAGS + 1));
    }

    /** Not of zeros alone, which stand for none. */
    private static boolean isId(String sent, int from, int to) {
        boolean some = false;
        for (int i = from; i < to; i++) {
            char c = sent.charAt(i);
            if (!isHex(c)) {
                return false;
            }
            some |= c != '0';
        }
        return some;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
