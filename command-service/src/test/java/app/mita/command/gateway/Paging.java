package app.mita.command.gateway;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.DayPlanEdited;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small write side for tests of facts that depend on others: the number of a user's renamings says which month is
 * written to, and only that month's fact is known.
 */
final class Paging {

    private static final FactKind<Integer> EDITS =
            new FactKind<>("test.edits", 0, (count, event) -> event instanceof DayPlanEdited ? count + 1 : count);

    private Paging() {}

    /** Answers {@code <month> <edits of it>}. */
    record Write(UUID user) implements Command<String> {}

    static YearMonth month(int renamings) {
        return YearMonth.of(2026, 1).plusMonths(renamings);
    }

    static MitaEvent written(UUID user, int renamings, Instant at) {
        var amounts = Map.of("food", Money.ZERO);
        return new DayPlanEdited(user, month(renamings).atDay(1), amounts, amounts, at);
    }

    record Rule() implements Decider<Write, String> {

        @Override
        public Class<Write> command() {
            return Write.class;
        }

        @Override
        public List<Fact<?>> facts(Write command) {
            return List.of(account(command));
        }

        @Override
        public List<Fact<?>> furtherFacts(Write command, Known known) {
            return List.of(account(command), edits(command, known));
        }

        @Override
        public Decision<String> decide(Write command, Known known, Instant now) {
            int renamings = known.get(account(command)).renamings();
            int edits = known.get(edits(command, known)) + 1;
            return Decision.of(month(renamings) + " " + edits, written(command.user, renamings, now));
        }

        private static Fact<Renaming.Counted> account(Write command) {
            return Renaming.COUNTED.at(EventTag.account(command.user));
        }

        private static Fact<Integer> edits(Write command, Known known) {
            var month = month(known.get(account(command)).renamings());
            return EDITS.at(EventTag.month(command.user, month));
        }
    }
}
