package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generations that this node builds: takes up those that nobody builds, and ends them as they are wanted. One thread. */
final class Builds {

    private static final Logger log = LoggerFactory.getLogger(Builds.class);

    private final Machinery machinery;
    private final Generations generations;
    private final Map<String, Build> running = new HashMap<>();
    private volatile boolean appIsUsed;

    /** @param machinery beside what is live */
    Builds(Machinery machinery) {
        this.machinery = machinery;
        this.generations = new Generations(machinery.connections(), machinery.me());
    }

    /** Called every now and then. */
    void look(Collection<? extends ReadModel<?>> models) throws InterruptedException {
        for (var build : List.copyOf(running.values())) {
            look(build);
        }
        var wanted = Objects.requireNonNull(await(machinery.registry().toBuild(models)));
        if (!wanted.isEmpty()) {
            appIsUsed = Boolean.TRUE.equals(await(machinery.appIsUsed()));
        }
        for (var projection : wanted) {
            var leased = running.containsKey(projection.toString()) ? null : await(generations.lease(projection));
            if (leased != null) {
                running.put(projection.toString(), new Build(machinery, projection, leased, () -> appIsUsed));
            }
        }
    }

    void stop() {
        for (var build : List.copyOf(running.values())) {
            try {
                end(build);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unreachable) {
                log.debug("{} keeps its builder until it expires", build.projection(), unreachable);
            }
        }
    }

    private void look(Build build) throws InterruptedException {
        var projection = build.projection();
        var wanted = await(generations.lease(projection));
        var remaining = build.remaining();
        if (wanted != null) {
            build.wanted(wanted);
            await(generations.tell(
                    projection,
                    build.advance(),
                    remaining.isPresent() ? remaining.getAsLong() : null,
                    build.isResting(),
                    build.failure()));
        }
        if (wanted == null || build.ended()) {
            end(build);
        } else if (!wanted.live() && build.near()) {
            await(generations.ready(projection));
            if (wanted.switchesItself() && !Boolean.TRUE.equals(await(generations.isWorse(projection)))) {
                makeLive(build);
            }
        }
    }

    private void makeLive(Build build) {
        if (Boolean.TRUE.equals(await(generations.makeLive(build.projection())))) {
            log.info("{} is live", build.projection());
        } else {
            log.debug("{} was not far enough to be switched to", build.projection());
        }
    }

    private void end(Build build) throws InterruptedException {
        running.remove(build.projection().toString());
        build.stop();
        await(generations.release(build.projection()));
        log.info("{} is not built here any more", build.projection());
    }
}
