package app.mita.query.web;

import app.mita.runtime.security.Caller;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls routes that write a stored answer and take nothing but the caller and the exchange. Spring's own adapter asks two
 * dozen resolvers at every request what a parameter is; that is a tenth of what such a route costs.
 */
@Component
final class StoredAnswerAdapter implements HandlerAdapter, Ordered {

    private final Map<Method, Boolean> plain = new ConcurrentHashMap<>();

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod route
                && plain.computeIfAbsent(route.getMethod(), StoredAnswerAdapter::isPlain);
    }

    @Override
    @SuppressWarnings("unchecked") // an answer that is written leaves no result for anybody to handle
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        var route = (HandlerMethod) handler;
        var types = route.getMethod().getParameterTypes();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == Caller.class ? Caller.of(exchange) : exchange;
        }
        try {
            return (Mono<HandlerResult>) route.getMethod().invoke(route.getBean(), arguments);
        } catch (InvocationTargetException thrown) {
            return Mono.error(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isPlain(Method route) {
        ReflectionUtils.makeAccessible(route);
        return AnnotatedElementUtils.hasAnnotation(route, AnswersStored.class)
                && Arrays.stream(route.getParameterTypes())
                        .allMatch(type -> type == Caller.class || type == ServerWebExchange.class);
    }
}
