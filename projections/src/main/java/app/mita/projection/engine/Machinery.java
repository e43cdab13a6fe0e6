package app.mita.projection.engine;

import app.mita.runtime.personal.PersonalKeys;
import io.r2dbc.spi.ConnectionFactory;

/** What the engine's threads are made of. */
record Machinery(
        TopicSettings topicSettings,
        EngineSettings settings,
        ConnectionFactory connections,
        PersonalKeys keys,
        EventReader reader,
        ProjectionStatus status,
        Step.Watcher watcher,
        ApplyObserver observer) {

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
        return new Registry(connections, settings.distance());
    }

    /** For one thread, with documents of its own in memory. */
    Pipeline pipeline() {
        return new Pipeline(
                keys,
                reader,
                new Documents(
                        new DocumentRows(connections), settings.remembered().toBytes()),
                new BatchStore(connections),
                watcher,
                observer);
    }
}
