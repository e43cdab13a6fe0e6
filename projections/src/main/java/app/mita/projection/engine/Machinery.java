package app.mita.projection.engine;

import app.mita.runtime.personal.PersonalKeys;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;

/**
 * What the engine's threads are made of.
 *
 * @param connections of what is live
 * @param beside      of what goes on beside it, and must never make it wait
 * @param me          this node's name among those that run projections
 * @param appIsUsed   by people, and now
 */
record Machinery(
        TopicSettings topicSettings,
        EngineSettings settings,
        ConnectionFactory connections,
        ConnectionFactory beside,
        String me,
        PersonalKeys keys,
        EventReader reader,
        ProjectionStatus status,
        Step.Watcher watcher,
        ApplyObserver observer,
        Mono<Boolean> appIsUsed) {

    /** The same, for work beside what is live. */
    Machinery aside() {
        return new Machinery(
                topicSettings,
                settings,
                beside,
                beside,
                me,
                keys,
                reader,
                status,
                watcher,
                ApplyObserver.SILENT,
                appIsUsed);
    }

    String topic() {
        return topicSettings.topic();
    }

    long distance() {
        return settings.distance();
    }

    Consumers consumers() {
        return new Consumers(topicSettings, settings);
    }

    Claims claims() {
        return new Claims(connections);
    }

    Registry registry() {
        return new Registry(connections, settings.distance(), settings.switchChanged());
    }

    /** For one thread, with documents of its own in memory. */
    Pipeline pipeline() {
        return new Pipeline(
                keys,
                reader,
                new Documents(
                        new DocumentRows(connections), settings.remembered().toBytes()),
                new BatchStore(connections),
                beside == connections ? (claim, events) -> {} : status::applied,
                watcher,
                observer);
    }
}
