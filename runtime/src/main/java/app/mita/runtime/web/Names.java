package app.mita.runtime.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Names of what a client sends, as the client spells them. */
final class Names {

    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    /** A key that the client chose comes back only when it is as harmless as a field's name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_ -]{1,64}");

    private Names() {}

    /** From a bean path such as {@code fixedExpenses[rent].amount} to {@code body.fixed_expenses.rent.amount}. */
    static String body(String beanPath) {
        var name = new StringBuilder("body");
        for (var segment : beanPath.split("[.\\[]")) {
            boolean key = segment.endsWith("]");
            var plain = key ? segment.substring(0, segment.length() - 1) : segment;
            if (PLAIN.matcher(plain).matches()) {
                name.append('.')
                        .append(
                                key
                                        ? plain
                                        : NEXT_WORD
                                                .matcher(plain)
                                                .replaceAll("_")
                                                .toLowerCase(Locale.ROOT));
            }
        }
        return name.toString();
    }

    /** Whether a key that the client chose may be repeated. */
    static boolean isPlain(String segment) {
        return PLAIN.matcher(segment).matches();
    }

    static boolean isPath(@Nullable MethodParameter parameter) {
        return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
    }

    static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    /** Such as {@code query.limit}. */
    static String of(MethodParameter parameter) {
        var path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return "path." + name(path.name(), parameter);
        }
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return "query." + name(query.name(), parameter);
        }
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return "header." + name(header.name(), parameter);
        }
        var cookie = parameter.getParameterAnnotation(CookieValue.class);
        if (cookie != null) {
            return "cookie." + name(cookie.name(), parameter);
        }
        return isBody(parameter) ? "body" : "query." + name("", parameter);
    }

    private static String name(String declared, MethodParameter parameter) {
        if (StringUtils.hasText(declared)) {
            return declared;
        }
        var name = parameter.getParameterName();
        return name == null ? "value" : name;
    }
}
