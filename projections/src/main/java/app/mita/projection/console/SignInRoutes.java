package app.mita.projection.console;

import app.mita.api.wire.Refused;
import app.mita.runtime.security.ConsoleSession;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** In and out of the console. */
@Hidden
@RestController
class SignInRoutes {

    private static final String SIGN_OUT = ConsoleSession.PAGES + "sign-out";

    private final ConsoleSession session;
    private final Rendering pages;

    SignInRoutes(ConsoleSession session, Rendering pages) {
        this.session = session;
        this.pages = pages;
    }

    @GetMapping(ConsoleSession.SIGN_IN)
    Mono<ResponseEntity<String>> ask(ServerWebExchange exchange) {
        return form(HttpStatus.OK, exchange.getRequest().getQueryParams().getFirst("to"), "", null);
    }

    @PostMapping(ConsoleSession.SIGN_IN)
    Mono<ResponseEntity<String>> signIn(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var name = Objects.requireNonNullElse(form.getFirst("name"), "").strip();
            var to = form.getFirst("to");
            return session.begin(
                            Objects.requireNonNullElse(form.getFirst("token"), "")
                                    .strip(),
                            name,
                            exchange)
                    .map(cookie -> {
                        exchange.getResponse().addCookie(cookie);
                        return Rendering.goTo(wayBack(to));
                    })
                    .onErrorResume(
                            Refused.class,
                            refused -> form(
                                    HttpStatus.valueOf(refused.code().status()),
                                    to,
                                    name,
                                    refused.code().status() == 401
                                            ? "This token is not valid here."
                                            : refused.getMessage()));
        });
    }

    @PostMapping(SIGN_OUT)
    ResponseEntity<String> signOut(Operator operator, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(session.end(exchange));
        return Rendering.goTo(ConsoleSession.SIGN_IN);
    }

    private Mono<ResponseEntity<String>> form(
            HttpStatusCode status, @Nullable String to, String name, @Nullable String wrong) {
        var model = new HashMap<String, @Nullable Object>(Map.of("to", wayBack(to), "name", name));
        model.put("wrong", wrong);
        return pages.show(status, null, "sign-in", model);
    }

    /** Only into the console: the address comes from outside. */
    private static String wayBack(@Nullable String to) {
        if (to == null || !(to.startsWith(ConsoleSession.PAGES) || to.startsWith(ConsoleSession.ROOT + "?"))) {
            return ConsoleSession.ROOT;
        }
        try {
            return URI.create(to).toASCIIString();
        } catch (IllegalArgumentException noAddress) {
            return ConsoleSession.ROOT;
        }
    }
}
