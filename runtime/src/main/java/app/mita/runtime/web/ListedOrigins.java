package app.mita.runtime.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/**
 * Requests from an origin that is not listed are served without CORS headers, so that its browser keeps the answer
 * from the page; the contract knows no refusal for them. Only their preflights are refused.
 */
final class ListedOrigins extends DefaultCorsProcessor {

    @Override
    public boolean process(@Nullable CorsConfiguration listed, ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().getOrigin() == null || super.process(listed, exchange)) {
            return true;
        }
        if (CorsUtils.isPreFlightRequest(exchange.getRequest())) {
            return false;
        }
        exchange.getResponse().setStatusCode(null);
        return true;
    }
}
