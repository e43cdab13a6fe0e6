package app.mita.command.budget;

import app.mita.api.budget.OverspendAlertIgnored;
import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import app.mita.domain.time.UserTime;
import app.mita.domain.time.WrittenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes that a user waved a warning about a category aside; tells the day that it was about.
 *
 * @param category  as plans spell it
 * @param overspend null when the app did not say
 * @param goalTitle the goal that suffers; null when the app named none
 * @param day       some time on the day that the warning was about
 */
record IgnoreAlert(
        UUID user,
        String category,
        @Nullable Money overspend,
        @Nullable PersonalText goalTitle,
        WrittenTime day) implements Command<LocalDate> {

    @Component
    static final class Rule implements Decider<IgnoreAlert, LocalDate> {

        @Override
        public Class<IgnoreAlert> command() {
            return IgnoreAlert.class;
        }

        @Override
        public List<Fact<?>> facts(IgnoreAlert command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<LocalDate> decide(IgnoreAlert command, Known known, Instant now) {
            var zone = known.get(Account.of(command.user())).required().zone();
            var day = UserTime.dayOf(command.day().in(zone, now), zone);
            return Decision.of(
                    day,
                    new OverspendAlertIgnored(
                            command.user(), command.category(), command.overspend(), command.goalTitle(), day, now));
        }
    }
}
