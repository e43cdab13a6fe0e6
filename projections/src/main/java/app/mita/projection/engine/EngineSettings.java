package app.mita.projection.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param group      consumer group whose members share the partitions
 * @param instance   a name that only this process has on the topic, and has again after a restart: it then gets its
 *     partitions back at once, even after a kill; null when there is no such name, and partitions wait for the end of
 *     the dead member's session
 * @param batch      events that are folded and stored together at most
 * @param remembered JSON of documents that each of the engine's threads keeps in memory
 * @param distance   positions that a projection may be behind the others and still move with them
 * @param switchChanged whether a model that the code has changed becomes live as soon as it is built; otherwise an
 *     operator switches to it, as a canary needs
 * @param rests      whether replays and verifications leave the machine to who uses the app, and replays to others as
 *     well; not needed where projections and the database have processors of their own, and enough of them
 */
@ConfigurationProperties("mita.projections")
record EngineSettings(
        @DefaultValue("mita-read-models") String group,
        @Nullable String instance,
        @DefaultValue("2000") int batch,
        @DefaultValue("10MB") DataSize remembered,
        @DefaultValue("2000") long distance,
        @DefaultValue("true") boolean switchChanged,
        @DefaultValue("true") boolean rests,
        @DefaultValue Replay replay) {

    /**
     * @param threads that build a generation, each some of the partitions; 0 for one of every two processors, as each
     *     of them keeps the database about as busy as itself
     * @param batch   events that are folded and stored together at most, and about as many documents that are copied
     */
    record Replay(
            @DefaultValue("0") int threads,
            @DefaultValue("4000") int batch) {

        int workers() {
            return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        }
    }
}
