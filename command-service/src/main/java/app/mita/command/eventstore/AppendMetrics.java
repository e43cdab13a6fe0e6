package app.mita.command.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What operators see of appends: how long a batch takes to be durable, how many share one, how many conflict. */
final class AppendMetrics {

    private final MeterRegistry registry;
    private final Timer durable;
    private final DistributionSummary shared;
    private final Counter events;
    private final Counter conflicts;

    AppendMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.durable = Timer.builder("mita.append.batch")
                .description("from sending a batch of appends to its durable commit")
                .publishPercentileHistogram()
                .register(registry);
        this.shared = DistributionSummary.builder("mita.append.batch.size")
                .description("appends that share a commit")
                .baseUnit("appends")
                .register(registry);
        this.events = Counter.builder("mita.append.events")
                .description("events appended to the log by this node")
                .register(registry);
        this.conflicts = Counter.builder("mita.append.conflicts")
                .description("appends refused because an event of their boundary came in between")
                .register(registry);
    }

    Mono<List<@Nullable Long>> time(List<Append> batch, Mono<List<@Nullable Long>> write) {
        return Mono.defer(() -> {
            var sample = Timer.start(registry);
            return write.doOnNext(positions -> {
                sample.stop(durable);
                shared.record(batch.size());
                events.increment(appended(batch, positions));
                conflicts.increment(positions.stream().filter(Objects::isNull).count());
            });
        });
    }

    private static int appended(List<Append> batch, List<@Nullable Long> positions) {
        int appended = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (positions.get(i) != null) {
                appended += batch.get(i).events().size();
            }
        }
        return appended;
    }
}
