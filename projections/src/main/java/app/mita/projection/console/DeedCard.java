package app.mita.projection.console;

import app.mita.projection.operations.Republishing;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An operator's deed in words.
 *
 * @param tone {@code good}, {@code busy} or {@code bad}
 * @param open whether something is still to come of it
 * @param percent of what there is to do, rounded down; null unless that is known and some is left
 * @param outcome in short; empty before there is one
 * @param lines what came of it, word by word
 * @param differences of a verification, one in a line
 */
record DeedCard(
        UUID id,
        String verb,
        @Nullable String projection,
        @Nullable String href,
        String arguments,
        String operator,
        String reason,
        String state,
        String tone,
        boolean open,
        @Nullable Long percent,
        String outcome,
        List<Line> lines,
        List<String> differences,
        String requestedAt) {

    private static final String USERS = "users";
    /** While it is under way: about how many there are. */
    private static final String ALL_USERS = "of_users";

    record Line(String name, String value) {}

    /** @param id null gives none, as an id that no deed has does */
    static Mono<Optional<DeedCard>> find(Operations operations, @Nullable UUID id) {
        return id == null
                ? Mono.just(Optional.empty())
                : operations.find(id).map(DeedCard::of).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    static DeedCard of(Operation operation) {
        var result = operation.result() instanceof Map<?, ?> map ? map : Map.of();
        boolean open =
                operation.state().equals("requested") || operation.state().equals("running");
        boolean doubtful = number(result, "differences") > 0 || number(result, "parked") > 0;
        var lines = new ArrayList<Line>();
        boolean failed = operation.state().equals("failed");
        result.forEach((name, value) -> {
            // A failure is the outcome, and needs no second telling.
            if (!failed && !(value instanceof List<?>) && !name.equals(ALL_USERS)) {
                var words = value instanceof Number number ? Words.number(number.longValue()) : String.valueOf(value);
                lines.add(new Line(
                        String.valueOf(name).replace('_', ' '),
                        name.equals(USERS) && result.containsKey(ALL_USERS)
                                ? words + " of about " + Words.number(number(result, ALL_USERS))
                                : words));
            }
        });
        return new DeedCard(
                operation.id(),
                spelled(operation.verb()),
                operation.projection(),
                operation.projection() == null ? null : ProjectionCard.href(operation.projection()),
                operation.arguments() instanceof Map<?, ?> arguments && !arguments.isEmpty()
                        ? MitaJson.mapper().writeValueAsString(arguments)
                        : "",
                operation.operator(),
                operation.reason(),
                operation.state(),
                open ? "busy" : doubtful || failed ? "bad" : "good",
                open,
                open ? percent(result) : null,
                open ? "" : outcome(operation, result),
                lines,
                result.get("first") instanceof List<?> first
                        ? first.stream()
                                .map(one -> MitaJson.mapper().writeValueAsString(one))
                                .toList()
                        : List.of(),
                Words.time(operation.requestedAt()));
    }

    /** A verb as people read it. */
    static String spelled(String verb) {
        return verb.replace('/', ' ').replace('-', ' ');
    }

    /** Whether the dead letters are other ones now than when it was asked for. */
    boolean changesLetters() {
        return !open && verb.startsWith("dead letters");
    }

    private static String outcome(Operation operation, Map<?, ?> result) {
        if (operation.state().equals("failed")) {
            var error = result.get("error");
            return error == null ? "It failed." : (result.containsKey("code") ? "Refused: " : "It failed: ") + error;
        }
        return switch (operation.verb()) {
            case "verify" ->
                number(result, "differences") == 0
                        ? "The documents are what the log says they should be."
                        : Words.count(number(result, "differences"), "difference")
                                + ": rebuild these users, or replay.";
            case "dead-letters/discard" ->
                number(result, "parked") == 0
                        ? "Left out for good; " + Words.count(number(result, "events") - 1, "event")
                                + " behind it applied."
                        : "Left out for good, but " + Words.count(number(result, "parked"), "event")
                                + " behind it still wait: another one failed.";
            case "dead-letters/retry", "dead-letters/retry-all" ->
                number(result, "parked") == 0
                        ? "Repaired: " + Words.count(number(result, "events"), "event") + " applied, none left behind."
                        : "It failed again: " + Words.count(number(result, "parked"), "event")
                                + " still wait. The cause has to be removed first.";
            case "rebuild-user" -> Words.count(number(result, "documents"), "document") + " folded anew.";
            case "replay" -> "A new generation is being built.";
            case Republishing.VERB ->
                Words.count(number(result, "events"), "event") + " published anew into a fresh topic.";
            default -> "";
        };
    }

    private static @Nullable Long percent(Map<?, ?> result) {
        long all = number(result, ALL_USERS);
        return all == 0 ? null : Math.min(100, number(result, USERS) * 100 / all);
    }

    private static long number(Map<?, ?> result, String name) {
        return result.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
