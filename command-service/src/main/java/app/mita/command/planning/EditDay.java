package app.mita.command.planning;

import app.mita.api.calendar.DayView;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import app.mita.domain.planning.PlanCategory;
import app.mita.domain.time.UserTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sets planned amounts of a day by hand, and tells the day as it is then.
 *
 * @param amounts by plan category, none negative; categories that are not named keep theirs
 */
public record EditDay(UUID user, LocalDate day, Map<String, Money> amounts) implements Command<DayView> {

    /** How far ahead a month can be planned by hand: every month that is planned is kept at hand until it is over. */
    private static final int MONTHS_AHEAD = 12;

    @Component
    static final class Rule implements Decider<EditDay, DayView> {

        @Override
        public Class<EditDay> command() {
            return EditDay.class;
        }

        @Override
        public List<Fact<?>> facts(EditDay command) {
            return List.of(Account.of(command.user()), Month.of(command.user(), YearMonth.from(command.day())));
        }

        @Override
        public Decision<DayView> decide(EditDay command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            var month = known.get(Month.of(command.user(), YearMonth.from(command.day())));
            if (month.month().isAfter(UserTime.monthOf(now, account.zone()).plusMonths(MONTHS_AHEAD))) {
                throw new Refused(ErrorCode.INVALID_DATE, "A day can be planned at most twelve months ahead.");
            }
            var events = new ArrayList<MitaEvent>();
            MissingPlan.of(command.user(), account, month, now).ifPresent(events::add);
            var planned = month.with(events);
            if (!planned.isPlanned()) {
                throw new Refused(
                        ErrorCode.NOT_FOUND,
                        "Nothing is planned for this day.",
                        Map.of("resource_type", "calendar_day", "date", command.day()));
            }
            command.amounts().keySet().forEach(category -> check(category, planned));
            var before = new LinkedHashMap<String, Money>();
            var after = new LinkedHashMap<String, Money>();
            command.amounts().forEach((category, amount) -> {
                var was = planned.planned(command.day(), category).orElse(Money.ZERO);
                if (!was.equals(amount)) {
                    before.put(category, was);
                    after.put(category, amount);
                }
            });
            if (after.isEmpty()) {
                return Decision.none(planned.day(command.day()).view());
            }
            var edited = new DayPlanEdited(command.user(), command.day(), before, after, now);
            events.add(edited);
            return new Decision<>(planned.with(edited).day(command.day()).view(), List.copyOf(events));
        }

        /** A plan takes in no category that nothing is ever spent on. */
        private static void check(String category, Month month) {
            if (!month.hasCategory(category) && !PlanCategory.isKnown(category)) {
                throw new Refused(ErrorCode.INVALID_CATEGORY, "There is no such category.");
            }
        }
    }
}
