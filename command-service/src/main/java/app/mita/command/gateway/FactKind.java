package app.mita.command.gateway;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a decision must know, folded from the events of one tag. Folding is pure and states are immutable, because a
 * state is remembered between commands together with the position it was folded up to.
 *
 * @param name     unique among the kinds
 * @param initial  before any event
 * @param evolve   events that do not matter return the state unchanged
 * @param snapshot null for a fact that never has many events
 */
public record FactKind<S>(
        String name,
        S initial,
        BiFunction<S, MitaEvent, S> evolve,
        @Nullable SnapshotForm<S, ?> snapshot) {

    public FactKind(String name, S initial, BiFunction<S, MitaEvent, S> evolve) {
        this(name, initial, evolve, null);
    }

    /** By name, as facts are looked up by their kinds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactKind<?> kind && name.equals(kind.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public Fact<S> at(EventTag tag) {
        return new Fact<>(this, tag);
    }
}
