package app.mita.projection.console;

import app.mita.projection.operations.OperationLog;
import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.Projections;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.security.ConsoleSession;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All projections at a glance, and one of them with all that can be done with it. */
@Hidden
@RestController
class ProjectionPages {

    private static final int DEEDS = 8;

    private final Projections projections;
    private final Operations operations;
    private final OperationLog record;
    private final Trails trails;
    private final Attention attention;
    private final Rendering pages;

    ProjectionPages(
            Projections projections,
            Operations operations,
            OperationLog record,
            Trails trails,
            Attention attention,
            Rendering pages) {
        this.projections = projections;
        this.operations = operations;
        this.record = record;
        this.trails = trails;
        this.attention = attention;
        this.pages = pages;
    }

    @GetMapping({ConsoleSession.ROOT, ConsoleSession.ROOT + "/console"})
    Mono<ResponseEntity<String>> all(Operator operator) {
        return cards().flatMap(cards -> pages.show(operator, "projections", model(cards)));
    }

    /** @return what moves on the page, with a word for who hears it when a state has changed */
    @GetMapping(ConsoleSession.PAGES + "live")
    Mono<ResponseEntity<String>> allLive(Operator operator, ServerWebExchange exchange) {
        var seen = exchange.getRequest().getQueryParams().getFirst("seen");
        return cards().flatMap(cards -> {
            var model = model(cards);
            model.put("changed", !String.valueOf(model.get("mark")).equals(seen));
            return pages.part("projections", "live", model);
        });
    }

    /** The banner of every page; nothing when the browser shows the same one. */
    @GetMapping(ConsoleSession.PAGES + "attention")
    Mono<ResponseEntity<String>> attention(Operator operator, ServerWebExchange exchange) {
        var seen = exchange.getRequest().getQueryParams().getFirst("seen");
        return attention
                .find()
                .flatMap(found -> found.mark().equals(seen)
                        ? Mono.just(ResponseEntity.status(HttpStatus.NO_CONTENT).build())
                        : pages.part("parts", "attention", Map.of("attention", found)));
    }

    @GetMapping(Places.PROJECTION + "{name}")
    Mono<ResponseEntity<String>> one(Operator operator, @PathVariable String name, ServerWebExchange exchange) {
        var asked = new Fields(exchange.getRequest().getQueryParams()).id("deed");
        return projections.find(Fields.projection(name)).flatMap(view -> record.search(
                        OperationLog.Search.of(name), DEEDS)
                .zipWith(DeedCard.find(operations, asked))
                .flatMap(found -> {
                    var model = model(view);
                    model.put("deed", found.getT2().orElse(null));
                    model.put(
                            "deeds",
                            found.getT1().operations().stream()
                                    .map(DeedCard::of)
                                    .toList());
                    return pages.show(operator, "projection", model);
                }));
    }

    /** @return what moves on the page, with a word for what can be done when that has changed */
    @GetMapping(Places.PROJECTION + "{name}/live")
    Mono<ResponseEntity<String>> oneLive(Operator operator, @PathVariable String name, ServerWebExchange exchange) {
        var seen = exchange.getRequest().getQueryParams().getFirst("seen");
        return projections.find(Fields.projection(name)).flatMap(view -> {
            var model = model(view);
            boolean changed = !ProjectionCard.of(view, trails).mark().equals(seen);
            model.put("changed", changed);
            return pages.part("projection", "live", model)
                    .map(part -> changed
                            ? ResponseEntity.ok()
                                    .headers(part.getHeaders())
                                    .header("HX-Trigger", "verbs-changed")
                                    .body(part.getBody())
                            : part);
        });
    }

    @GetMapping(Places.PROJECTION + "{name}/verbs")
    Mono<ResponseEntity<String>> verbs(Operator operator, @PathVariable String name) {
        return projections
                .find(Fields.projection(name))
                .flatMap(view -> pages.part("projection", "verbs", model(view)));
    }

    /** How a deed that takes its time stands. */
    @GetMapping(Places.DEEDS + "{id}")
    Mono<ResponseEntity<String>> deed(Operator operator, @PathVariable String id) {
        return DeedCard.find(operations, Fields.user(id)).flatMap(found -> {
            var model = new HashMap<String, @Nullable Object>();
            model.put("deed", found.orElse(null));
            model.put("finished", found.filter(card -> !card.open()).isPresent());
            return pages.part("parts", "standing", model)
                    .map(part -> found.filter(DeedCard::changesLetters).isPresent() ? refreshed(part) : part);
        });
    }

    /** Has the whole page loaded anew: what it lists is not there any more. */
    private static ResponseEntity<String> refreshed(ResponseEntity<String> part) {
        return ResponseEntity.ok()
                .headers(part.getHeaders())
                .header("HX-Refresh", "true")
                .body(part.getBody());
    }

    private static Map<String, Object> model(List<ProjectionCard> cards) {
        var model = new HashMap<String, Object>();
        model.put("cards", cards);
        model.put("mark", ProjectionCard.mark(cards));
        model.put("said", ProjectionCard.said(cards));
        return model;
    }

    private Mono<List<ProjectionCard>> cards() {
        return projections.all().map(found -> found.stream()
                .map(view -> ProjectionCard.of(view, trails))
                .toList());
    }

    private Map<String, @Nullable Object> model(ProjectionView view) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("card", ProjectionCard.of(view, trails));
        model.put("changed", false);
        model.put(
                "verbs",
                Verb.of(view).stream()
                        .map(verb -> new Offer(verb, UUID.randomUUID()))
                        .toList());
        return model;
    }

    /**
     * A verb that fits now.
     *
     * @param operation of the deed that its form asks for
     */
    record Offer(Verb verb, UUID operation) {}
}
