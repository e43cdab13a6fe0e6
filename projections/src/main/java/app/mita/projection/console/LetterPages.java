package app.mita.projection.console;

import app.mita.projection.operations.DeadLetterView;
import app.mita.projection.operations.DeadLetters;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Events that could not be applied: why, and what to do about it. */
@Hidden
@RestController
class LetterPages {

    private static final int SHOWN = 50;

    private final DeadLetters letters;
    private final Operations operations;
    private final Rendering pages;
    private final Clock clock;

    LetterPages(DeadLetters letters, Operations operations, Rendering pages, Clock clock) {
        this.letters = letters;
        this.operations = operations;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A dead letter in words.
     *
     * @param building  the generation beside the live one that it has failed in; null when it is the live one
     * @param summary   the failure without the way to it
     * @param retry     id of the deed that trying it again would be
     * @param discard   the same of leaving it out
     */
    record Card(
            String projection,
            String projectionHref,
            @Nullable Integer building,
            String event,
            String position,
            long at,
            UUID user,
            String userHref,
            String occurredAt,
            String parked,
            String waiting,
            String summary,
            List<String> trace,
            String payload,
            UUID retry,
            UUID discard) {}

    @GetMapping(Places.LETTERS)
    Mono<ResponseEntity<String>> all(Operator operator, ServerWebExchange exchange) {
        var asked = new Fields(exchange.getRequest().getQueryParams());
        var after = asked.position("after");
        var projection = asked.text("projection");
        var deed = asked.id("deed");
        return letters.list(
                        projection == null ? null : Fields.projection(projection),
                        after == null ? 0 : after,
                        false,
                        SHOWN + 1)
                .zipWith(DeedCard.find(operations, deed))
                .flatMap(found -> {
                    var shown = page(found.getT1());
                    var cards = shown.stream().map(this::card).toList();
                    var model = new HashMap<String, @Nullable Object>();
                    model.put("cards", cards);
                    model.put("projection", projection);
                    model.put("deed", found.getT2().orElse(null));
                    model.put(
                            "more",
                            found.getT1().size() > shown.size()
                                    ? cards.getLast().at()
                                    : null);
                    model.put(
                            "projections",
                            cards.stream()
                                    .map(Card::projection)
                                    .distinct()
                                    .map(name -> Map.of("name", name, "operation", UUID.randomUUID()))
                                    .toList());
                    return pages.show(operator, "dead-letters", model);
                });
    }

    @PostMapping(Places.LETTERS)
    Mono<ResponseEntity<String>> repair(Operator operator, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> repair(operator, new Fields(form)))
                .map(done -> Rendering.goTo(Places.LETTERS + "?deed=" + done.id() + "#deed"));
    }

    private Mono<Operation> repair(Operator operator, Fields form) {
        var name = Fields.projection(Objects.requireNonNullElse(form.text("projection"), ""));
        switch (Objects.requireNonNullElse(form.text("verb"), "")) {
            case "retry" -> {
                var user = form.requiredId("user");
                return letters.retry(form.deed("dead-letters/retry", name, Map.of("user_id", user), operator), user);
            }
            case "retry-all" -> {
                return letters.retryAll(form.deed("dead-letters/retry-all", name, Map.of(), operator));
            }
            case "discard" -> {
                form.demandConfirmation();
                var position = form.position("position");
                if (position == null) {
                    throw Fields.refused("Say which event, by its position.");
                }
                return letters.discard(
                        form.deed("dead-letters/discard", name, Map.of("position", position), operator), position);
            }
            default -> throw Fields.refused("This is nothing that can be done.");
        }
    }

    /** Never some of those at one position without the others: the next page begins behind it. */
    private static List<DeadLetterView> page(List<DeadLetterView> found) {
        return found.size() <= SHOWN
                ? found
                : found.stream()
                        .takeWhile(letter -> letter.position() < found.getLast().position())
                        .toList();
    }

    private Card card(DeadLetterView letter) {
        var trace = List.of(Objects.requireNonNullElse(letter.cause(), "").split("; caused by "));
        return new Card(
                letter.projection(),
                ProjectionCard.href(letter.projection()),
                letter.live() ? null : letter.generation(),
                EventRow.shortType(letter.type()),
                Words.number(letter.position()),
                letter.position(),
                letter.userId(),
                Places.USERS + "/" + letter.userId() + "?at=" + letter.position() + "&model=" + letter.projection(),
                Words.time(letter.occurredAt()),
                Words.ago(letter.parkedAt(), clock.instant()),
                letter.waiting() == 0
                        ? "No later event of this user waits behind it."
                        : Words.count(letter.waiting(), "later event") + " of this user "
                                + (letter.waiting() == 1 ? "waits" : "wait") + " behind it.",
                summary(trace.getLast()),
                trace,
                EventRow.indented(letter.payload()),
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    /** Of the innermost cause: the exception's simple name and what it says. */
    private static String summary(String cause) {
        int at = cause.lastIndexOf(" at ");
        var failure = at < 0 ? cause : cause.substring(0, at);
        int colon = failure.indexOf(": ");
        var type = colon < 0 ? failure : failure.substring(0, colon);
        var simple = type.substring(type.lastIndexOf('.') + 1);
        return colon < 0 ? simple : simple + ": " + failure.substring(colon + 2);
    }
}
