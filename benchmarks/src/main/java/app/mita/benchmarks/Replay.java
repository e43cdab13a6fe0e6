package app.mita.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** How fast projections are built anew, by what the builder says itself and by the clock. */
@Command(
        name = "replay",
        description = "Replays projections of a running system, one after the other, and prints events a second.",
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofMillis(100);

    @Mixin
    private Target.Operated target = new Target.Operated();

    @Option(
            names = "--at-least",
            paramLabel = "N",
            defaultValue = "0",
            description = "events a second; a projection below it makes this exit with 1 (the promise: 50000)")
    private long atLeast = 0;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "projections")
    private List<String> names = List.of();

    @Override
    public Integer call() throws Exception {
        var operator = target.operator();
        int slow = 0;
        for (var name : names) {
            var started = System.nanoTime();
            int generation = operator.replay(name);
            double caughtUp = 0;
            JsonNode projection;
            do {
                Thread.sleep(EVERY);
                projection = operator.projection(name);
                var next = projection.path("next");
                if (caughtUp == 0 && next.path("remaining").asLong(-1) == 0) {
                    caughtUp = seconds(started);
                }
            } while (projection.path("live").path("number").asInt() != generation);
            double live = seconds(started);
            long applied = projection.path("live").path("applied").asLong();
            double took = caughtUp == 0 ? live : caughtUp;
            boolean tooSlow = applied / took < atLeast;
            slow += tooSlow ? 1 : 0;
            System.out.printf(
                    "%s: %,d events, caught up after %.1f s (%,.0f events/s%s), live after %.1f s%n",
                    name, applied, took, applied / took, tooSlow ? ", too slow" : "", live);
        }
        return slow > 0 ? 1 : 0;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
