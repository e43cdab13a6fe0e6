package app.mita.runtime.web;

import app.mita.runtime.tracing.Traced;
import app.mita.runtime.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** The span of a request, named as OpenTelemetry's conventions for HTTP have it. Only where tracing is on. */
final class RequestTrace {

    private final Traced span;
    private final ServerWebExchange exchange;

    private RequestTrace(Traced span, ServerWebExchange exchange) {
        this.span = span;
        this.exchange = exchange;
    }

    /** @param sent the client's traceparent; null begins a trace */
    static RequestTrace begin(Tracing tracing, ServerWebExchange exchange, @Nullable String sent) {
        var method = exchange.getRequest().getMethod().name();
        return new RequestTrace(tracing.begin(method, SpanKind.SERVER, sent), exchange);
    }

    Mono<Void> around(Mono<Void> handling) {
        var traceparent = span.traceparent();
        return handling.doFinally(this::end).contextWrite(context -> context.put(Tracing.TRACEPARENT, traceparent));
    }

    private void end(SignalType how) {
        var method = exchange.getRequest().getMethod().name();
        var route = RequestFilter.route(exchange);
        int status = RequestFilter.status(exchange);
        span.name(method + " " + route);
        span.with("http.request.method", method)
                .with("http.route", route)
                .with("http.response.status_code", status)
                .with("mita.request_id", RequestId.of(exchange));
        if (status >= 500) {
            span.failed(String.valueOf(status));
        } else if (how == SignalType.CANCEL) {
            span.with("mita.client_gone", "true");
        }
        span.end(null);
    }
}
