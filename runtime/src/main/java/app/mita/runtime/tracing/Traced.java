package app.mita.runtime.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A span that has begun. Ended once; for any thread. */
public final class Traced {

    private final Span span;

    Traced(Span span) {
        this.span = span;
    }

    /** For whatever belongs to this span. */
    public String traceparent() {
        return Traceparent.of(span.getSpanContext());
    }

    public void name(String name) {
        span.updateName(name);
    }

    public Traced with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    public Traced with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** Marks what it stands for as failed; the message may name no person. */
    public void failed(String message) {
        span.setStatus(StatusCode.ERROR, message);
    }

    /** @param failure null when there was none; of one its kind is noted, as its words may name a person */
    public void end(@Nullable Throwable failure) {
        if (failure != null) {
            failed(failure.getClass().getSimpleName());
        }
        span.end();
    }
}
