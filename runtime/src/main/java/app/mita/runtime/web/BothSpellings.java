package app.mita.runtime.web;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Registers every route with and without a trailing slash: both are served alike, with no redirect and at no cost per request. */
final class BothSpellings extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        var mapping = super.getMappingForMethod(method, handlerType);
        if (mapping == null) {
            return null;
        }
        var paths = new LinkedHashSet<String>();
        for (var pattern : mapping.getPatternsCondition().getPatterns()) {
            paths.add(pattern.getPatternString());
            paths.add(otherSpelling(pattern));
        }
        return mapping.mutate().paths(paths.toArray(String[]::new)).build();
    }

    private static String otherSpelling(PathPattern pattern) {
        var path = pattern.getPatternString();
        if (path.length() <= 1 || path.endsWith("*") || path.endsWith("*}")) {
            return path;
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }
}
