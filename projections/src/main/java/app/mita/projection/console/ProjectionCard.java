package app.mita.projection.console;

import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.ProjectionView.GenerationView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A projection in words and charts.
 *
 * @param tone {@code good}, {@code busy}, {@code still} or {@code bad}: the colour of its state, never the only sign of it
 * @param mark changes when its state does, and with it what can be done
 */
record ProjectionCard(
        String name,
        String href,
        String state,
        String tone,
        String meaning,
        boolean servesApp,
        int generation,
        int version,
        String position,
        String lagEvents,
        String lagSeconds,
        String rate,
        long failed,
        String letters,
        int nodes,
        @Nullable Integer previous,
        @Nullable String lastError,
        @Nullable BuildCard build,
        Sparkline lag,
        Sparkline throughput,
        String mark) {

    private static final int LONGEST_HINT = 160;

    /**
     * What is being built beside the live generation.
     *
     * @param percent  done; null while that is not known
     * @param failures events that failed in it
     */
    record BuildCard(
            int generation,
            String state,
            String tone,
            @Nullable String percent,
            String applied,
            String remaining,
            String rate,
            String eta,
            String kind,
            boolean switchesItself,
            long failures,
            @Nullable String failure,
            boolean resting) {

        /** How fast it gets on, in short. */
        public String pace() {
            return switch (state) {
                case "ready" -> "caught up with the log";
                case "held" -> "caught up, but waits: more events have failed in it than in the live one";
                case "paused" -> applied + " events applied so far";
                default ->
                    rate + " events/s, " + (eta.equals("unknown") ? "time to go unknown" : eta + " to go")
                            + (resting ? "; it rests while others need the machine" : "");
            };
        }

        static BuildCard of(GenerationView view) {
            var progress = view.progress();
            var remaining = view.remaining();
            var rate = view.rate();
            var eta = view.etaSeconds();
            boolean held = view.state().equals("held");
            boolean ready = held || view.state().equals("ready");
            return new BuildCard(
                    view.number(),
                    view.state(),
                    view.failure() != null || held
                            ? "bad"
                            : view.state().equals("paused") ? "still" : ready ? "good" : "busy",
                    ready
                            ? "100.0"
                            : progress == null ? null : String.format(Locale.ROOT, "%.1f", Math.min(1, progress) * 100),
                    Words.number(view.applied()),
                    remaining == null ? "unknown" : Words.number(remaining),
                    rate == null ? "–" : Words.rate(rate),
                    eta == null ? (ready ? "done" : "unknown") : Words.seconds(eta),
                    view.fromPosition() == null
                            ? "everything"
                            : "users with an event from position " + Words.number(view.fromPosition()) + " on",
                    view.switchesItself(),
                    view.failed(),
                    view.failure(),
                    view.resting());
        }
    }

    static ProjectionCard of(ProjectionView view, Trails trails) {
        var next = view.next();
        var previous = view.previous();
        return new ProjectionCard(
                view.name(),
                href(view.name()),
                view.state().replace('_', ' '),
                tone(view),
                meaning(view.state()),
                view.servesApp(),
                view.live().number(),
                view.live().version(),
                Words.number(view.position()),
                Words.number(view.lagEvents()),
                Words.seconds(view.lagSeconds()),
                Words.rate(view.rate()),
                view.failed(),
                Words.number(view.deadLetters()),
                view.nodes(),
                previous == null ? null : previous.number(),
                view.lastError(),
                next == null ? null : BuildCard.of(next),
                trails.lag(view.name()),
                trails.rate(view.name()),
                view.state() + "-" + view.live().number() + "-"
                        + (next == null ? "" : next.number() + next.state()) + "-"
                        + (previous == null ? "" : previous.number()));
    }

    static String href(String projection) {
        return Places.PROJECTION + projection;
    }

    /** In a sentence, for who hears the page. */
    public String said() {
        return name + " is " + state + ", generation " + generation
                + (build == null ? "" : "; generation " + build.generation + " is " + build.state);
    }

    /** The same of all, leaving out those of which there is nothing to say. */
    static String said(List<ProjectionCard> cards) {
        var others = cards.stream()
                .filter(card -> card.build != null || !card.state.equals("running"))
                .map(ProjectionCard::said)
                .collect(Collectors.joining(". "));
        return others.isEmpty() ? "All projections are running" : others;
    }

    /** Changes when a state does. */
    static String mark(List<ProjectionCard> cards) {
        return Integer.toHexString(cards.stream()
                .map(card -> card.name + card.mark)
                .collect(Collectors.joining())
                .hashCode());
    }

    /** The last error in short; null when there was none. */
    public @Nullable String errorHint() {
        return lastError == null || lastError.length() <= LONGEST_HINT
                ? lastError
                : lastError.substring(0, LONGEST_HINT) + "…";
    }

    /** Changes when another error was the last. */
    public String errorMark() {
        return Integer.toHexString(Objects.hashCode(lastError));
    }

    private static String tone(ProjectionView view) {
        if (view.failed() > 0 || view.state().equals("stopped") || view.state().equals("waiting")) {
            return "bad";
        }
        return switch (view.state()) {
            case "running" -> view.next() == null ? "good" : "busy";
            case "paused" -> "still";
            default -> "busy";
        };
    }

    private static String meaning(String state) {
        return switch (state) {
            case "running" -> "Follows the log.";
            case "paused" -> "Held by an operator: readers see it stand still.";
            case "catching_up" -> "Reads the log from its beginning.";
            case "waiting" -> "Its documents are of another version of the code than any node has.";
            default -> "No node moves it.";
        };
    }
}
