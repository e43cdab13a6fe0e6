package app.mita.runtime.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans, where tracing is switched on. Where it is off nobody pays for it: whoever asks {@link #on} first does
 * nothing more. A trace that a client has begun is passed on in either case.
 */
public final class Tracing {

    /** Key in the Reactor context: the W3C traceparent, a String, of the span that what follows belongs to. */
    public static final String TRACEPARENT = "traceparent";

    /** Makes no spans. */
    public static final Tracing OFF = new Tracing(null);

    private final @Nullable Tracer tracer;

    Tracing(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    public boolean on() {
        return tracer != null;
    }

    /**
     * Begins a span.
     *
     * @param parent of the span it belongs to; null or malformed begins a trace of its own
     * @throws IllegalStateException when tracing is off
     */
    public Traced begin(String name, SpanKind kind, @Nullable String parent) {
        return begin(name, kind, parent, null);
    }

    /** @param since when it began; null for now */
    public Traced begin(String name, SpanKind kind, @Nullable String parent, @Nullable Instant since) {
        if (tracer == null) {
            throw new IllegalStateException("tracing is off");
        }
        var context = Context.root();
        var checked = Traceparent.checked(parent);
        if (checked != null) {
            context = context.with(Span.wrap(Traceparent.read(checked)));
        }
        var builder = tracer.spanBuilder(name).setSpanKind(kind).setParent(context);
        if (since != null) {
            builder.setStartTimestamp(since);
        }
        return new Traced(builder.startSpan());
    }
}
