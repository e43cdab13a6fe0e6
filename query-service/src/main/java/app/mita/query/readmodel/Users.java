package app.mita.query.readmodel;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.money.Money;
import app.mita.domain.time.UserTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What most reads want to know of their user first: zone, income, answers and the near months. */
@Component
public final class Users {

    /** A user of whom no event has been folded yet. */
    private static final Mono<Document<DashboardDocument>> UNKNOWN = Mono.just(Document.absent(new DashboardDocument(
            "UTC",
            Money.ZERO,
            null,
            null,
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            List.of(),
            List.of(),
            null,
            0)));

    private final Documents documents;

    Users(Documents documents) {
        this.documents = documents;
    }

    /** Never empty: a user without a document is one who has just begun. */
    public Mono<Document<DashboardDocument>> find(UUID user) {
        return documents.find(Model.DASHBOARD, user, "").switchIfEmpty(UNKNOWN);
    }

    /** The zone whose days and months are the user's; UTC when theirs is not known here. */
    public static ZoneId zoneOf(DashboardDocument user) {
        return UserTime.zoneNamed(user.timezone()).orElse(ZoneOffset.UTC);
    }

    /** The user's local day at that time. */
    public static LocalDate dayOf(Instant time, DashboardDocument user) {
        return UserTime.dayOf(time, zoneOf(user));
    }
}
