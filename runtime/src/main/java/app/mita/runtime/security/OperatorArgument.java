package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a controller take the {@link Operator} as a parameter, and refuses whoever is none. */
final class OperatorArgument implements HandlerMethodArgumentResolver {

    private static final String SCOPE = "ops";
    private static final String ADMIN = "admin:system";

    static boolean operates(Caller caller) {
        return caller.may(SCOPE) || caller.may(ADMIN);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Operator.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return switch (exchange.getAttribute(TokenFilter.TOKEN)) {
            case Operator operator -> Mono.just(operator);
            case CheckedToken token
            when operates(token.caller()) ->
                Mono.just(new Operator(
                        "user:" + token.caller().user(), token.caller().may(ADMIN)));
            case CheckedToken _ -> Mono.error(() -> new Refused(ErrorCode.FORBIDDEN, "Only operators may do this."));
            case null, default -> Mono.error(TokenRefused::invalid);
        };
    }
}
