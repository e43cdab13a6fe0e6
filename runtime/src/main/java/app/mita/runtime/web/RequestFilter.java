package app.mita.runtime.web;

import app.mita.runtime.metrics.RequestTimer;
import app.mita.runtime.tracing.Traceparent;
import app.mita.runtime.tracing.Tracing;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * What every answer carries, errors included: the request's id, the time it took and the security headers. One
 * filter, outermost, and nothing that allocates much: each request pays for it.
 */
@Component
final class RequestFilter implements WebFilter, Ordered {

    static final String RESPONSE_TIME = "X-Response-Time-Ms";
    /** The API's page of documentation needs inline styles and images in data URLs; scripts only from here. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final RequestTimer timer;
    private final Tracing tracing;

    RequestFilter(RequestTimer timer, Tracing tracing) {
        this.timer = timer;
        this.tracing = tracing;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set(RequestId.HEADER, RequestId.assign(exchange));
        addSecurity(headers);
        response.beforeCommit(() -> {
            finish(exchange, headers, System.nanoTime() - start);
            return Mono.empty();
        });
        var sent = Traceparent.checked(exchange.getRequest().getHeaders().getFirst(Traceparent.HEADER));
        if (tracing.on()) {
            return RequestTrace.begin(tracing, exchange, sent).around(chain.filter(exchange));
        }
        return sent == null
                ? chain.filter(exchange)
                : chain.filter(exchange).contextWrite(context -> context.put(Tracing.TRACEPARENT, sent));
    }

    private void finish(ServerWebExchange exchange, HttpHeaders headers, long nanos) {
        headers.set(RESPONSE_TIME, milliseconds(nanos));
        timer.record(exchange.getRequest().getMethod().name(), route(exchange), status(exchange), nanos);
    }

    /** The template, once it is known. */
    static String route(ServerWebExchange exchange) {
        var pattern = exchange.<PathPattern>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "unmatched" : pattern.getPatternString();
    }

    static int status(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? 200 : status.value();
    }

    static void addSecurity(HttpHeaders headers) {
        headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("Permissions-Policy", "geolocation=(), microphone=()");
        headers.set("Referrer-Policy", "same-origin");
    }

    /** With two decimals; String.format would cost more than the rest of the filter. */
    static String milliseconds(long nanos) {
        long hundredths = nanos / 10_000;
        long fraction = hundredths % 100;
        return hundredths / 100 + (fraction < 10 ? ".0" : ".") + fraction;
    }
}
