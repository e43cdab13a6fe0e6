package app.mita.query.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls routes that write a stored answer with what is plain to read from the exchange. Spring's own adapter asks two dozen
 * resolvers at every request what a parameter is; that is a tenth of what such a route costs. What is not plain is left to
 * it, and with it whatever there is to refuse.
 */
@Component
final class StoredAnswerAdapter implements HandlerAdapter, Ordered {

    private final Supplier<RequestMappingHandlerAdapter> spring;
    private final Map<Method, Optional<List<PlainArgument>>> routes = new ConcurrentHashMap<>();

    StoredAnswerAdapter(ObjectProvider<RequestMappingHandlerAdapter> spring) {
        this.spring = SingletonSupplier.of(spring::getObject);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod route
                && arguments(route.getMethod()).isPresent();
    }

    @Override
    @SuppressWarnings("unchecked") // an answer that is written leaves no result for anybody to handle
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        var route = (HandlerMethod) handler;
        var plain = arguments(route.getMethod()).orElseThrow();
        var arguments = new Object[plain.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = plain.get(i).of(exchange);
            if (arguments[i] == PlainArgument.NOT_PLAIN) {
                return spring.get().handle(exchange, handler);
            }
        }
        try {
            return (Mono<HandlerResult>) route.getMethod().invoke(route.getBean(), arguments);
        } catch (InvocationTargetException thrown) {
            return Mono.error(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<List<PlainArgument>> arguments(Method route) {
        return routes.computeIfAbsent(route, StoredAnswerAdapter::read);
    }

    private static Optional<List<PlainArgument>> read(Method route) {
        if (!AnnotatedElementUtils.hasAnnotation(route, AnswersStored.class)) {
            return Optional.empty();
        }
        ReflectionUtils.makeAccessible(route);
        var arguments =
                Arrays.stream(route.getParameters()).map(PlainArgument::reading).toList();
        return arguments.stream().allMatch(Optional::isPresent)
                ? Optional.of(arguments.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }
}
