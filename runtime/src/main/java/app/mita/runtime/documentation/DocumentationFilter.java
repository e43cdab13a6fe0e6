package app.mita.runtime.documentation;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes the description and its pages off the event loop: they are made from classes and files that are read from disk. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DocumentationFilter implements WebFilter {

    private static final String DESCRIPTION = "/openapi.json";
    private static final String PAGES = "/webjars/";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        return path.equals(DESCRIPTION) || path.startsWith(PAGES)
                ? chain.filter(exchange).subscribeOn(Schedulers.boundedElastic())
                : chain.filter(exchange);
    }
}
