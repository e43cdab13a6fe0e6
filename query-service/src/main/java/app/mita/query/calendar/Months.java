package app.mita.query.calendar;

import app.mita.api.calendar.MonthDocument;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.domain.planning.DayRow;
import app.mita.domain.time.UserTime;
import app.mita.domain.transactions.BudgetUse;
import app.mita.query.readmodel.Document;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Users;
import app.mita.query.web.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Any month of a user, however far from today. */
@Component
public final class Months {

    private static final Mono<Document<MonthDocument>> BLANK =
            Mono.just(Document.absent(new MonthDocument(null, Collections.unmodifiableSortedMap(new TreeMap<>()))));

    private final Documents documents;
    private final Users users;
    private final Clock clock;

    Months(Documents documents, Users users, Clock clock) {
        this.documents = documents;
        this.users = users;
        this.clock = clock;
    }

    /** Never empty. */
    public Mono<PlannedMonth> find(UUID user, YearMonth month) {
        return document(user, month).flatMap(found -> planned(user, month, found.value()));
    }

    /** The month's calendar as JSON. Of a month whose plan is recorded it is kept with the document. Never empty. */
    Mono<byte[]> calendar(UUID user, YearMonth month) {
        return document(user, month)
                .flatMap(found -> found.value().planned() != null
                        ? Mono.fromSupplier(() -> found.render(new CalendarScreen(month), clock.instant()))
                        : planned(user, month, found.value()).map(CalendarScreen::json));
    }

    /** The user's current local month. */
    Mono<YearMonth> current(UUID user) {
        return users.find(user).map(person -> YearMonth.from(today(person.value())));
    }

    /**
     * Like {@link #find(UUID, YearMonth)}, where the user's document is at hand: the current month and later ones are in
     * it and take no further read. Never empty.
     */
    public Mono<PlannedMonth> find(UUID user, DashboardDocument person, YearMonth month) {
        var today = today(person);
        return month.isBefore(YearMonth.from(today))
                ? recorded(user, month).map(recorded -> new PlannedMonth(month, recorded.planned(), recorded.spent()))
                : Mono.just(PlannedMonth.of(person, month, today));
    }

    /**
     * Rows of some days, whatever months they are in; each month that is over takes one read, all at once.
     *
     * @param person the user's document
     * @param first  included, like {@code last}
     */
    public Mono<List<DayRow>> rows(UUID user, DashboardDocument person, LocalDate first, LocalDate last) {
        return Flux.fromIterable(UserTime.months(YearMonth.from(first), YearMonth.from(last)))
                .flatMapSequential(month -> find(user, person, month))
                .flatMapIterable(PlannedMonth::rows)
                .filter(row -> !row.day().isBefore(first) && !row.day().isAfter(last))
                .collectList();
    }

    /**
     * One day's plan and spending by plan category.
     *
     * @param moment on the day; null means now
     */
    public Mono<Map<String, BudgetUse>> day(UUID user, @Nullable Moment moment) {
        return users.find(user)
                .map(person -> moment == null ? today(person.value()) : moment.day(Users.zoneOf(person.value())))
                .flatMap(day -> find(user, YearMonth.from(day)).map(month -> month.day(day)));
    }

    private Mono<PlannedMonth> planned(UUID user, YearMonth month, MonthDocument recorded) {
        return recorded.planned() != null
                ? Mono.just(new PlannedMonth(month, recorded.planned(), recorded.spent()))
                : users.find(user).map(person -> foreseen(person.value(), month, recorded));
    }

    private Mono<MonthDocument> recorded(UUID user, YearMonth month) {
        return document(user, month).map(Document::value);
    }

    private Mono<Document<MonthDocument>> document(UUID user, YearMonth month) {
        return documents.find(Model.CALENDAR, user, month.toString()).switchIfEmpty(BLANK);
    }

    private LocalDate today(DashboardDocument person) {
        return Users.dayOf(clock.instant(), person);
    }

    private PlannedMonth foreseen(DashboardDocument person, YearMonth month, MonthDocument recorded) {
        return new PlannedMonth(month, PlannedMonth.foreseen(person, month, today(person)), recorded.spent());
    }
}
