package app.mita.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows a generation that is being built, until it is live or will not become so by itself. */
final class ReplayWatch {

    /** A node that died is followed by another one sooner than this. */
    static final Duration UNBUILT = Duration.ofSeconds(15);

    private final String name;
    private final int generation;
    private final boolean manual;
    private final InstantSource time;
    private @Nullable Instant unbuiltSince;

    /** @param manual whether it is to be ready, and no more */
    ReplayWatch(String name, int generation, boolean manual, InstantSource time) {
        this.name = name;
        this.generation = generation;
        this.manual = manual;
        this.time = time;
    }

    /**
     * How it ended.
     *
     * @param projection as it is then
     * @param good       whether it is as it was wanted
     */
    record Ending(JsonNode projection, boolean good, String words) {}

    Ending follow(OpsApi api, ProgressBar bar) throws InterruptedException {
        while (true) {
            var now = api.get("/ops/projections/" + name);
            var ending = ending(now);
            if (ending.isPresent()) {
                return ending.get();
            }
            var next = now.path("next");
            var words = words(next);
            next.path("progress").asDoubleOpt().ifPresentOrElse(share -> bar.show(share, words), () -> bar.show(words));
            Thread.sleep(ProgressBar.EVERY);
        }
    }

    /** Empty while there is something to wait for. */
    Optional<Ending> ending(JsonNode projection) {
        int live = number(projection, "live");
        if (live == generation) {
            return ended(projection, true, "the new generation is live");
        }
        if (number(projection, "next") != generation) {
            return number(projection, "previous") == generation || live > generation
                    ? ended(projection, false, "generation " + live + " has taken the place of the new one")
                    : ended(projection, false, "the new generation was cancelled");
        }
        return switch (projection.path("next").path("state").asString()) {
            case "held" -> ended(projection, false, "the new generation is held: " + whyHeld(projection));
            case "ready" ->
                manual
                        ? ended(
                                projection,
                                true,
                                "the new generation is ready; 'mita switch " + name + "' makes it live")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Why a generation that has caught up does not become the live one, and what to do. */
    static String whyHeld(JsonNode projection) {
        var name = projection.path("name").asString();
        return "more events failed in it (%,d) than in the live one (%,d); see 'mita dead-letters %s', then 'mita switch %s'"
                        .formatted(failed(projection, "next"), failed(projection, "live"), name, name)
                + " or 'mita cancel " + name + "'; it goes on by itself once they are retried or discarded";
    }

    private static String resting(JsonNode next) {
        return next.path("resting").asBoolean(false) ? "; it rests while others need the machine" : "";
    }

    /** What it does, and what keeps it from getting on. */
    String words(JsonNode next) {
        return "%,d events, %,.0f/s%s%s%s%s"
                .formatted(
                        next.path("applied").asLong(),
                        next.path("rate").asDouble(0),
                        next.path("eta_seconds").isNull()
                                ? ""
                                : ", %.0f s left"
                                        .formatted(next.path("eta_seconds").asDouble()),
                        resting(next),
                        hindrance(next),
                        next.path("failure").isNull()
                                ? ""
                                : "; " + next.path("failure").asString());
    }

    private String hindrance(JsonNode next) {
        if (next.path("state").asString().equals("paused")) {
            unbuiltSince = null;
            return "; paused: 'mita resume-replay " + name + "' lets it go on";
        }
        if (!next.path("builder").isNull()) {
            unbuiltSince = null;
            return "";
        }
        var now = time.instant();
        if (unbuiltSince == null) {
            unbuiltSince = now;
        }
        return Duration.between(unbuiltSince, now).compareTo(UNBUILT) < 0
                ? ""
                : "; no node builds it: does any run version %d of its code ('mita nodes')?"
                        .formatted(next.path("version").asInt());
    }

    private Optional<Ending> ended(JsonNode projection, boolean good, String how) {
        return Optional.of(new Ending(projection, good, name + ": " + how));
    }

    private static int number(JsonNode projection, String which) {
        return projection.path(which).path("number").asInt(0);
    }

    private static long failed(JsonNode projection, String which) {
        return projection.path(which).path("failed").asLong(0);
    }
}
