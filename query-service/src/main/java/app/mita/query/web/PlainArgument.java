package app.mita.query.web;

import app.mita.runtime.security.Caller;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads one parameter of a route from the exchange, where that takes no conversion to speak of: the caller, the exchange, a
 * word or a small whole number in the path, and what the query says when there is none.
 */
@FunctionalInterface
interface PlainArgument {

    /** Stands for what only Spring can read, or refuse as the contract wants it. */
    Object NOT_PLAIN = new Object();

    Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    /** Null is an argument too. */
    @Nullable
    Object of(ServerWebExchange exchange);

    /** Empty for a parameter that is never plain. */
    static Optional<PlainArgument> reading(Parameter parameter) {
        var type = parameter.getType();
        if (type == ServerWebExchange.class) {
            return Optional.of(exchange -> exchange);
        }
        if (type == Caller.class) {
            return Optional.of(Caller::of);
        }
        var path = parameter.getAnnotation(PathVariable.class);
        if (path != null) {
            var name = path.value().isEmpty() ? parameter.getName() : path.value();
            return parameter.getAnnotations().length == 1 && isPlain(type)
                    ? Optional.of(exchange -> converted(variable(exchange, name), type))
                    : Optional.empty();
        }
        var query = parameter.getAnnotation(RequestParam.class);
        return query == null ? Optional.empty() : Optional.of(withoutQuery(query, type));
    }

    private static PlainArgument withoutQuery(RequestParam query, Class<?> type) {
        boolean hasDefault = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (!hasDefault && (query.required() || type.isPrimitive())) {
            return exchange -> NOT_PLAIN;
        }
        var absent = hasDefault ? converted(query.defaultValue(), type) : null;
        return exchange -> exchange.getRequest().getURI().getRawQuery() == null ? absent : NOT_PLAIN;
    }

    private static boolean isPlain(Class<?> type) {
        return type == String.class || type == int.class;
    }

    private static Object converted(@Nullable String text, Class<?> type) {
        if (text != null && type == String.class) {
            return text;
        }
        return text != null && type == int.class && WHOLE_NUMBER.matcher(text).matches()
                ? Integer.valueOf(text)
                : NOT_PLAIN;
    }

    private static @Nullable String variable(ServerWebExchange exchange, String name) {
        Map<String, String> variables = exchange.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? null : variables.get(name);
    }
}
