package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a controller take the {@link Operator} as a parameter, and refuses whoever is none. */
final class OperatorArgument implements HandlerMethodArgumentResolver {

    private static final String ADMIN = "admin:system";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Operator.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .<Object>mapNotNull(context -> operator(context.getAuthentication()))
                .switchIfEmpty(Mono.error(TokenRefused::invalid));
    }

    private static Operator operator(Authentication authentication) {
        return switch (authentication) {
            case OperatorToken.Operating operating -> operating.operator();
            case CheckedToken token
            when token.caller().may(OperatorToken.SCOPE) || token.caller().may(ADMIN) ->
                new Operator("user:" + token.caller().user());
            default -> throw new Refused(ErrorCode.FORBIDDEN, "Only operators may do this.");
        };
    }
}
