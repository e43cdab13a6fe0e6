package app.mita.command.gateway;

import java.util.Map;

/** The facts that a decider asked for, as they are now. */
public record Known(Map<Fact<?>, Object> states) {

    /** @throws IllegalArgumentException for a fact that the decider did not ask for */
    @SuppressWarnings("unchecked")
    public <S> S get(Fact<S> fact) {
        var state = states.get(fact);
        if (state == null) {
            throw new IllegalArgumentException("not asked for: " + fact.kind().name() + " of " + fact.tag());
        }
        return (S) state;
    }
}
