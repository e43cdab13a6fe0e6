package app.mita.command.budget;

import static java.util.Objects.requireNonNullElse;

import app.mita.api.budget.WeightsAdapted;
import app.mita.api.money.Money;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.planning.Month;
import app.mita.command.profile.Account;
import app.mita.domain.budget.BudgetWeights;
import app.mita.domain.time.UserTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Has the weights of a budget follow what its user spent in the last sixty local days.
 *
 * @param askedAt the moment whose local day is the last of them
 */
record AdaptWeights(UUID user, Instant askedAt) implements Command<AdaptWeights.Outcome> {

    /** What came of it. */
    sealed interface Outcome {

        record Adapted(Map<String, BigDecimal> weights) implements Outcome {}

        /** The user does not want it. */
        record SwitchedOff() implements Outcome {}

        record NothingSpent() implements Outcome {}

        /** No weight would move by .01. */
        record FitsAlready() implements Outcome {}
    }

    @Component
    static final class Rule implements Decider<AdaptWeights, Outcome> {

        @Override
        public Class<AdaptWeights> command() {
            return AdaptWeights.class;
        }

        @Override
        public List<Fact<?>> facts(AdaptWeights command) {
            return List.of(Account.of(command.user()), Settings.of(command.user()));
        }

        /** The months that the sixty days lie in, which the user's zone says. */
        @Override
        public List<Fact<?>> furtherFacts(AdaptWeights command, Known known) {
            var account = known.get(Account.of(command.user()));
            return account.exists() ? List.copyOf(months(command, account)) : List.of();
        }

        @Override
        public Decision<Outcome> decide(AdaptWeights command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            var settings = known.get(Settings.of(command.user()));
            if (!settings.automation().autoAdaptEnabled()) {
                return Decision.none(new Outcome.SwitchedOff());
            }
            var today = today(command, account);
            var spent = new TreeMap<String, Money>();
            months(command, account).forEach(month -> known.get(month)
                    .spentBetween(first(today), today)
                    .forEach((category, amount) -> spent.merge(category, amount, Money::plus)));
            if (spent.isEmpty()) {
                return Decision.none(new Outcome.NothingSpent());
            }
            var before = requireNonNullElse(settings.weights(), BudgetWeights.DEFAULT);
            return BudgetWeights.adapted(before, spent)
                    .map(after -> Decision.<Outcome>of(
                            new Outcome.Adapted(after),
                            new WeightsAdapted(command.user(), id(command.user(), now), before, after, now)))
                    .orElseGet(() -> Decision.none(new Outcome.FitsAlready()));
        }

        private static List<Fact<Month>> months(AdaptWeights command, Account account) {
            var today = today(command, account);
            return UserTime.months(YearMonth.from(first(today)), YearMonth.from(today)).stream()
                    .map(month -> Month.of(command.user(), month))
                    .toList();
        }

        private static LocalDate today(AdaptWeights command, Account account) {
            return UserTime.dayOf(command.askedAt(), account.zone());
        }

        private static LocalDate first(LocalDate today) {
            return today.minusDays(BudgetWeights.DAYS - 1L);
        }

        private static UUID id(UUID user, Instant now) {
            return UUID.nameUUIDFromBytes((user + " adapted " + now).getBytes(StandardCharsets.UTF_8));
        }
    }
}
