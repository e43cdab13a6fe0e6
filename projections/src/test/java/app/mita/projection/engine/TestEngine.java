package app.mita.projection.engine;

import app.mita.embedded.TestBackend;
import app.mita.projection.analytics.AnalyticsModel;
import app.mita.projection.budget.RedistributionModel;
import app.mita.projection.budget.SettingsModel;
import app.mita.projection.calendar.CalendarModel;
import app.mita.projection.dashboard.DashboardModel;
import app.mita.projection.profile.ProfileModel;
import app.mita.projection.transactions.MerchantModel;
import app.mita.projection.transactions.TransactionModel;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** An instance of the engine, as one process would run it. */
public final class TestEngine implements AutoCloseable {

    public static final List<ReadModel<?>> MODELS = List.of(
            new ProfileModel(),
            new DashboardModel(),
            new CalendarModel(),
            new TransactionModel(),
            new MerchantModel(),
            new SettingsModel(),
            new RedistributionModel(),
            new AnalyticsModel());

    final ProjectionStatus status = new ProjectionStatus(Clock.systemUTC());
    private final ProjectionEngine engine;

    private TestEngine(Builder builder) {
        var settings = new EngineSettings(
                builder.group,
                builder.instance,
                builder.batch,
                DataSize.ofBytes(builder.remembered),
                builder.distance,
                true,
                true,
                new EngineSettings.Replay(builder.workers, builder.batch));
        var name = builder.instance == null ? TestBackend.freshName("engine") : builder.instance;
        var pool = builder.readModels.database.pool(TestBackend.freshName("engine"), 4);
        var beside = builder.readModels.database.pool(TestBackend.freshName("beside"), 1 + 2 * builder.workers);
        engine = new ProjectionEngine(
                new Machinery(
                        new TopicSettings(TestBackend.bootstrapServers(), builder.log.topic),
                        settings,
                        pool,
                        beside,
                        name,
                        builder.log.keys,
                        new EventReader(new EventCodec()),
                        status,
                        builder.watcher,
                        new ApplyObserver(Tracing.OFF, Clock.systemUTC(), new SimpleMeterRegistry()),
                        Mono.just(false)),
                builder.models);
        engine.start();
    }

    boolean alive() {
        return engine.isRunning();
    }

    @Override
    public void close() {
        engine.stop();
    }

    static Builder on(TestReadModels readModels, TestLog log) {
        return new Builder(readModels, log);
    }

    static final class Builder {
        private final TestReadModels readModels;
        private final TestLog log;
        private List<ReadModel<?>> models = MODELS;
        private Step.Watcher watcher = Step.Watcher.NONE;
        private String group;
        private @Nullable String instance;
        private int batch = 2000;
        private int workers = 2;
        private long remembered = 1_000_000;
        private long distance = 2000;

        private Builder(TestReadModels readModels, TestLog log) {
            this.readModels = readModels;
            this.log = log;
            this.group = log.topic;
        }

        Builder models(List<ReadModel<?>> some) {
            models = some;
            return this;
        }

        Builder watcher(Step.Watcher some) {
            watcher = some;
            return this;
        }

        Builder instance(String name) {
            instance = name;
            return this;
        }

        Builder batch(int events) {
            batch = events;
            return this;
        }

        Builder remembering(long characters) {
            remembered = characters;
            return this;
        }

        Builder distance(long positions) {
            distance = positions;
            return this;
        }

        TestEngine start() {
            return new TestEngine(this);
        }
    }
}
