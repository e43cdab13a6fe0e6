package app.mita.command.gateway;

import app.mita.runtime.json.MitaJson;
import java.util.function.Function;

/**
 * How a fact's state is kept in a snapshot. A state that is restored must decide as the one that was taken.
 *
 * @param version raised when the document or the fold changes, so that older snapshots are not read
 * @param <D>     a document that Jackson writes; it is not encrypted, and deleted with its user's key
 */
public record SnapshotForm<S, D>(int version, Class<D> type, Function<S, D> taken, Function<D, S> restored) {

    public String write(S state) {
        return MitaJson.mapper().writeValueAsString(taken.apply(state));
    }

    /** @throws RuntimeException when this is no such document */
    public S read(String json) {
        return restored.apply(MitaJson.mapper().readValue(json, type));
    }
}
