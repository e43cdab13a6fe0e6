package app.mita.runtime.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from, for rate limits. */
@Component
public final class ClientAddress {

    private static final int MAX_LENGTH = 45;
    private final boolean trustForwarded;

    ClientAddress(WebProperties properties) {
        this.trustForwarded = properties.trustForwarded();
    }

    /**
     * The peer's address; behind a trusted gateway the last one of X-Forwarded-For, the one that our own gateway
     * wrote. {@code unknown} when there is none.
     */
    public String of(ServerWebExchange exchange) {
        if (trustForwarded) {
            var chain = exchange.getRequest().getHeaders().getFirst("X-Forwarded-For");
            if (chain != null && !chain.isBlank()) {
                var last = chain.substring(chain.lastIndexOf(',') + 1).strip();
                return last.substring(0, Math.min(last.length(), MAX_LENGTH));
            }
        }
        var peer = exchange.getRequest().getRemoteAddress();
        return peer == null ? "unknown" : peer.getHostString();
    }
}
