package app.mita.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** deployment/gateway/routes.conf, read as nginx reads it: the first expression that fits. */
final class GatewayRoutes {

    private static final Path FILE = Path.of("..", "deployment", "gateway", "routes.conf");
    private static final Pattern LINE = Pattern.compile("\\s*\"~(\\S[^\"]*)\"\\s+(\\w+);.*");

    private final Map<Pattern, String> services = new LinkedHashMap<>();

    private GatewayRoutes() {}

    static GatewayRoutes read() {
        try {
            var routes = new GatewayRoutes();
            for (var line : Files.readAllLines(FILE)) {
                var read = LINE.matcher(line);
                if (read.matches()) {
                    routes.services.put(Pattern.compile(read.group(1)), read.group(2));
                }
            }
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param route such as {@code GET /api/dashboard} */
    String of(String route) {
        return services.entrySet().stream()
                .filter(service -> service.getKey().matcher(route).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("commands");
    }

    /** Method and path of each route that is for the public, with {@code 1} for what varies. */
    static Set<String> servedBy(ApplicationContext service) {
        var routes = new TreeSet<String>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(
                        route -> route.getMethodsCondition().getMethods().forEach(method -> route.getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> routes.add(
                                        method + " " + path.getPatternString().replaceAll("\\{\\w+}", "1")))));
        routes.removeIf(route -> route.contains(" /ops"));
        return routes;
    }
}
