package app.mita.projection.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.event.PersonalText;
import app.mita.api.identity.UserRegistered;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.history.Samples;
import app.mita.projection.history.Story;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DashboardModelTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final Story story = Story.of(new DashboardModel())
            .then(
                    START.toString(),
                    new UserRegistered(Story.USER, Samples.profile("Europe/Berlin", Money.of("3000")), START));

    @Test
    void aNewUserHasAnEmptyScreen() {
        assertThat(story.document("")).isEqualTo("""
            {"timezone":"Europe/Berlin","income":3000.00,"answers":null,"plan":null,"planned":{},"spent":{},\
            "upcoming":[],"recent":[],"recent_floor":null,"live_transactions":0}\
            """);
    }

    @Test
    void onboardingBringsIncomeAndZone() {
        story.then(
                "2026-11-24T09:00:00Z",
                new OnboardingCompleted(Story.USER, Samples.ANSWERS, Samples.PLAN, "Asia/Tokyo", START));
        var screen = screen();
        assertThat(screen.income()).isEqualTo(Money.of("6000"));
        assertThat(screen.timezone()).isEqualTo("Asia/Tokyo");
        assertThat(screen.plan()).isEqualTo(Samples.PLAN);
    }

    @Test
    void aPurchaseIsSpentAndListed() {
        story.then("2026-11-24T10:00:00Z", recorded(1, spending(4200, "2026-11-24T10:00:00Z")));
        var json = story.document("");
        assertThat(json)
                .contains("\"spent\":{\"2026-11-24\":{\"food\":4200}}", "\"upcoming\":[]", "\"live_transactions\":1")
                .contains("\"amount\":42.00,\"category\":\"food\",\"description\":\"lunch\"");
    }

    @Test
    void whatIsStillToComeIsUpcomingUntilAnEventAfterIt() {
        story.then("2026-11-24T10:00:00Z", recorded(1, spending(4200, "2026-11-24T18:00:00Z")));
        assertThat(screen().upcoming())
                .extracting(DashboardDocument.Upcoming::id)
                .containsExactly(new UUID(9, 1));
        story.then("2026-11-24T17:59:59Z", recorded(2, spending(100, "2026-11-24T10:00:00Z")));
        assertThat(screen().upcoming()).hasSize(1);
        story.then("2026-11-24T18:00:00Z", recorded(3, spending(100, "2026-11-24T10:00:00Z")));
        assertThat(screen().upcoming()).isEmpty();
    }

    @Test
    void correctionAndDeletionLeaveNothingOver() {
        var before = spending(4200, "2026-11-24T18:00:00Z");
        var after = spending(10000, "2026-11-23T18:00:00Z");
        story.then("2026-11-24T10:00:00Z", recorded(1, before))
                .then(
                        "2026-11-24T11:00:00Z",
                        new TransactionCorrected(Story.USER, new UUID(9, 1), before, after, START, START));
        assertThat(story.document("")).contains("\"spent\":{\"2026-11-23\":{\"food\":10000}}", "\"upcoming\":[]");
        story.then("2026-11-24T12:00:00Z", new TransactionDeleted(Story.USER, new UUID(9, 1), after, START));
        assertThat(story.document("")).contains("\"spent\":{}", "\"recent\":[]", "\"live_transactions\":0");
    }

    @Test
    void oldDaysGoWhenTheMonthHasChangedEverywhereOnEarth() {
        story.then("2026-11-24T10:00:00Z", recorded(1, spending(100, "2026-10-24T10:00:00Z")))
                .then("2026-11-24T10:00:00Z", recorded(2, spending(200, "2026-10-23T10:00:00Z")));
        assertThat(screen().spent()).containsOnlyKeys(LocalDate.of(2026, 10, 24));
        story.then("2026-12-02T10:00:00Z", recorded(3, spending(300, "2026-12-02T10:00:00Z")));
        assertThat(screen().spent()).containsKey(LocalDate.of(2026, 10, 24));
        story.then("2026-12-02T12:00:00Z", recorded(4, spending(400, "2026-12-02T10:00:00Z")));
        assertThat(screen().spent()).containsOnlyKeys(LocalDate.of(2026, 12, 2));
    }

    @Test
    void theListIsCutAndItsFloorRises() {
        for (int i = 1; i <= 21; i++) {
            story.then(
                    "2026-11-24T10:00:00Z",
                    recorded(i, spending(100, START.plusSeconds(i).toString())));
        }
        assertThat(screen().recent()).hasSize(12);
        assertThat(screen().recentFloor()).isEqualTo(START.plusSeconds(9));
        story.then(
                "2026-11-24T10:00:00Z",
                recorded(22, spending(100, START.plusSeconds(9).toString())));
        assertThat(screen().recent()).hasSize(12);
        assertThat(screen().liveTransactions()).isEqualTo(22);
    }

    private DashboardDocument screen() {
        return MitaJson.mapper().readValue(story.document(""), DashboardDocument.class);
    }

    private static TransactionRecorded recorded(int id, TransactionDetails details) {
        return new TransactionRecorded(Story.USER, new UUID(9, id), details, START);
    }

    private static TransactionDetails spending(long cents, String at) {
        var instant = Instant.parse(at);
        return Samples.spending(
                cents,
                Category.FOOD,
                instant,
                instant.atOffset(ZoneOffset.UTC).toLocalDate(),
                new PersonalText("lunch"),
                null);
    }
}
