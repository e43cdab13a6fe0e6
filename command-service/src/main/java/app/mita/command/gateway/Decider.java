package app.mita.command.gateway;

import java.time.Instant;
import java.util.List;

/**
 * One slice of the write side: a command, the facts its decision rests on, and the rule. Pure: no clock, no I/O. A
 * decider is a Spring bean; the gateway registers each with Axon as the handler of its command, and the append fails,
 * and the command is decided again on fresh facts, when an event with one of the facts' tags came in between.
 */
public interface Decider<C extends Command<R>, R> {

    Class<C> command();

    List<Fact<?>> facts(C command);

    /**
     * Facts that only the first ones show to be needed, such as the month of a transaction. With them the decision knows
     * both. When nothing is remembered they cost a second read.
     *
     * @param known the first ones
     */
    default List<Fact<?>> furtherFacts(C command, Known known) {
        return List.of();
    }

    /**
     * @param now when the command is decided
     * @throws app.mita.api.wire.Refused when a rule forbids it
     */
    Decision<R> decide(C command, Known known, Instant now);
}
