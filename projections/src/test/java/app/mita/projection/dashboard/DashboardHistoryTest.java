package app.mita.projection.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Recent;
import app.mita.api.dashboard.DashboardDocument.Upcoming;
import app.mita.api.event.PersonalText;
import app.mita.api.event.RecordedEvent;
import app.mita.api.money.Money;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariant 21: after any life, the document is what one would compute from the live transactions. */
class DashboardHistoryTest {

    private static final int LARGEST = 40_000;

    @Property(tries = 300)
    void isWhatTheLiveTransactionsSay(@ForAll long seed, @ForAll @IntRange(min = 1, max = 250) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var model = new DashboardModel();
        var document = Folding.of(model).apply(history.events()).document(history, "");
        var last = history.events().reversed().stream()
                .filter(event -> model.events().contains(event.payload().getClass()))
                .map(RecordedEvent::occurredAt)
                .findFirst()
                .orElseThrow();

        assertThat(document.timezone()).isEqualTo(history.zone());
        assertThat(document.income()).isEqualTo(history.income());
        assertThat(document.spent())
                .isEqualTo(spent(history, Horizon.after(last).firstDay()));
        assertThat(document.planned()).isEqualTo(planned(history, last));
        assertThat(document.upcoming()).isEqualTo(upcoming(history, last));
        assertThat(document.liveTransactions()).isEqualTo(history.live().size());
        recentIsCompleteAboveItsFloor(history, document);
        showsWhateverScreenMayCome(history, document);
        assertThat(MitaJson.mapper().writeValueAsString(document).length()).isLessThan(LARGEST);
    }

    private static void recentIsCompleteAboveItsFloor(History history, DashboardDocument document) {
        var all = recent(history);
        var floor = document.recentFloor();
        assertThat(document.recent()).hasSizeLessThanOrEqualTo(NewestTransactions.LONGEST);
        if (floor == null) {
            assertThat(document.recent()).isEqualTo(all);
        } else {
            assertThat(document.recent().size()).isLessThan(all.size());
            assertThat(document.recent())
                    .isSubsetOf(all)
                    .isSortedAccordingTo(Comparator.comparing(Recent::spentAt).reversed())
                    .containsAll(all.stream()
                            .filter(recent -> recent.spentAt().isAfter(floor))
                            .toList());
        }
    }

    /** In any zone, at the last event and ever after: this month's and the last seven days' spending is there. */
    private static void showsWhateverScreenMayCome(History history, DashboardDocument document) {
        for (var zone : List.of("Pacific/Midway", "UTC", "Pacific/Kiritimati")) {
            var today = history.lastEvent().atZone(ZoneId.of(zone)).toLocalDate();
            var first =
                    today.withDayOfMonth(1).isBefore(today.minusDays(6)) ? today.withDayOfMonth(1) : today.minusDays(6);
            assertThat(new TreeMap<>(document.spent()).tailMap(first)).isEqualTo(spent(history, first));
        }
    }

    private static Map<LocalDate, Map<String, Money>> spent(History history, LocalDate first) {
        var spent = new TreeMap<LocalDate, Map<String, Money>>();
        history.live().values().stream()
                .map(History.Live::details)
                .filter(details -> !details.day().isBefore(first))
                .forEach(details -> spent.computeIfAbsent(details.day(), day -> new TreeMap<>())
                        .merge(details.planCategory(), details.amount(), Money::plus));
        return spent;
    }

    private static Map<YearMonth, Map<String, List<Money>>> planned(History history, Instant last) {
        var planned = new TreeMap<>(history.planned());
        planned.headMap(Horizon.after(last).firstMonth()).clear();
        return planned;
    }

    private static List<Upcoming> upcoming(History history, Instant last) {
        return history.live().entrySet().stream()
                .filter(live -> live.getValue().details().spentAt().isAfter(last))
                .map(live -> new Upcoming(
                        live.getKey(),
                        live.getValue().details().spentAt(),
                        live.getValue().details().day(),
                        live.getValue().details().amount()))
                .sorted(Comparator.comparing(Upcoming::spentAt)
                        .thenComparing(upcoming -> upcoming.id().toString()))
                .toList();
    }

    private static List<Recent> recent(History history) {
        return history.live().entrySet().stream()
                .map(live -> new Recent(
                        live.getKey(),
                        live.getValue().details().amount(),
                        live.getValue().details().category(),
                        PersonalText.reveal(live.getValue().details().description()),
                        live.getValue().details().spentAt()))
                .sorted(Comparator.comparing(Recent::spentAt)
                        .thenComparing(recent -> recent.id().toString())
                        .reversed())
                .toList();
    }
}
