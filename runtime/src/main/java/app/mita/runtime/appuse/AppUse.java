package app.mita.runtime.appuse;

import app.mita.runtime.background.BackgroundWork;
import app.mita.runtime.metrics.RequestTimer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whether people are using the app, whichever service answers them. Each service tells of the requests that it has
 * answered itself, by the database's clock.
 */
@Component
public final class AppUse extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(AppUse.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final DatabaseClient database;
    private final Requests requests;

    AppUse(RequestTimer timer, DatabaseClient database) {
        this.database = database;
        this.requests = new Requests(timer::ofApp, System::nanoTime);
    }

    /** True from three requests in a second on, and until three seconds after the last of them. */
    public Mono<Boolean> isNow() {
        return database.sql("select coalesce(max(used_at) > now() - interval '3 s', false) from operations.app_use")
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> requests.areOfPeople() ? tell() : Mono.empty(), 1)
                .subscribe();
    }

    private Mono<Void> tell() {
        return database.sql("""
                insert into operations.app_use (used_at) values (now())
                on conflict (sole) do update set used_at = excluded.used_at
                """)
                .then()
                .doOnError(unreachable -> LOG.debug("nobody is told that the app is used", unreachable))
                .onErrorComplete();
    }
}
