package app.mita.query.budget;

import app.mita.query.calendar.Months;
import app.mita.query.readmodel.Users;
import app.mita.query.web.JsonAnswers;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers with a screen of the month that is asked for: from one document when it is not over, else from two. */
@Component
final class MonthScreens {

    private final Users users;
    private final Months months;
    private final JsonAnswers answers;
    private final Clock clock;

    MonthScreens(Users users, Months months, JsonAnswers answers, Clock clock) {
        this.users = users;
        this.months = months;
        this.answers = answers;
        this.clock = clock;
    }

    Mono<Void> answer(MonthScreen screen, Period period, UUID user, ServerWebExchange exchange) {
        return users.find(user).flatMap(document -> {
            var person = document.value();
            var now = clock.instant();
            var today = Users.dayOf(now, person);
            var wanted = period.seenFrom(today);
            return wanted.equals(YearMonth.from(today))
                    ? answers.write(exchange, screen.opening(), document.render(screen, now))
                    : months.find(user, person, wanted)
                            .map(month -> screen.json(new BudgetMonth(month, person, today)))
                            .flatMap(json -> answers.write(exchange, screen.opening(), json));
        });
    }
}
