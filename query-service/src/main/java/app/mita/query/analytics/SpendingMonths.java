package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.domain.time.UserTime;
import app.mita.query.readmodel.Document;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Users;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user's months in sums: one small document each, however much was spent in it. */
@Component
public final class SpendingMonths {

    private static final Document<AnalyticsDocument> NOTHING =
            Document.absent(new AnalyticsDocument(Collections.emptySortedMap(), Collections.emptySortedMap()));

    private final Documents documents;
    private final Users users;
    private final Clock clock;

    SpendingMonths(Documents documents, Users users, Clock clock) {
        this.documents = documents;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The user's current local month; never empty. It is asked for before the zone is known, as the month that it is in
     * UTC: that is nearly always the right one, and saves waiting for the zone first.
     */
    Mono<Document<AnalyticsDocument>> current(UUID user) {
        var likely = UserTime.monthOf(clock.instant(), ZoneOffset.UTC);
        return Mono.zip(users.find(user), find(user, likely)).flatMap(both -> {
            var month = monthOf(both.getT1().value());
            return month.equals(likely) ? Mono.just(both.getT2()) : find(user, month);
        });
    }

    /** Those of the months that have spending, from the first to the last, both included; never empty itself. */
    public Mono<SortedMap<YearMonth, AnalyticsDocument>> between(UUID user, YearMonth first, YearMonth last) {
        return Flux.fromIterable(UserTime.months(first, last))
                .flatMap(month -> documents
                        .find(Model.ANALYTICS, user, month.toString())
                        .map(found -> new Found(month, found.value())))
                .collect(TreeMap::new, (found, month) -> found.put(month.month(), month.sums()));
    }

    private Mono<Document<AnalyticsDocument>> find(UUID user, YearMonth month) {
        return documents.find(Model.ANALYTICS, user, month.toString()).defaultIfEmpty(NOTHING);
    }

    private YearMonth monthOf(DashboardDocument user) {
        return UserTime.monthOf(clock.instant(), Users.zoneOf(user));
    }

    private record Found(YearMonth month, AnalyticsDocument sums) {}
}
