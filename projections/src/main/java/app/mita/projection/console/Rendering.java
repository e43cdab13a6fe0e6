package app.mita.projection.console;

import app.mita.runtime.security.Operator;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Renders the console's templates, off the event loops. */
@Component
final class Rendering {

    /** Stricter than the other routes': nothing of a page is written into it but markup. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ISpringWebFluxTemplateEngine templates;
    private final Attention attention;
    private final Assets assets;

    Rendering(ISpringWebFluxTemplateEngine templates, Attention attention, Assets assets) {
        this.templates = templates;
        this.attention = attention;
        this.assets = assets;
    }

    /** A page for an operator, with what asks for attention on top. */
    Mono<ResponseEntity<String>> show(Operator operator, String template, Map<String, ?> model) {
        return show(HttpStatus.OK, operator, template, model);
    }

    /** @param operator null when nobody is known to be signed in */
    Mono<ResponseEntity<String>> show(
            HttpStatusCode status, @Nullable Operator operator, String template, Map<String, ?> model) {
        var found = operator == null ? Mono.just(Attention.Found.NOTHING) : attention.find();
        return found.flatMap(asking -> {
            var all = new HashMap<String, Object>(model);
            all.put("attention", asking);
            all.put("operator", operator == null ? null : operator.name());
            all.put("assets", assets.version());
            return render(status, template, Set.of(), all);
        });
    }

    /** A part of a page, for htmx to put in the place of an older one. */
    Mono<ResponseEntity<String>> part(String template, String fragment, Map<String, ?> model) {
        return render(HttpStatus.OK, template, Set.of(fragment), model);
    }

    /** After a form: the browser asks for this page. */
    static ResponseEntity<String> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private Mono<ResponseEntity<String>> render(
            HttpStatusCode status, String template, Set<String> fragments, Map<String, ?> model) {
        return Mono.fromCallable(() -> {
                    var context = new Context(Locale.ENGLISH, new HashMap<>(model));
                    return fragments.isEmpty()
                            ? templates.process("ops/" + template, context)
                            : templates.process("ops/" + template, fragments, context);
                })
                .subscribeOn(Schedulers.boundedElastic())
                .map(html -> ResponseEntity.status(status)
                        .contentType(HTML)
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                        .header(HttpHeaders.VARY, "Cookie")
                        .body(html));
    }
}
