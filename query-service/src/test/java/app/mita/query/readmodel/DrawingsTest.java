package app.mita.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.Examples;
import app.mita.query.MovableClock;
import app.mita.query.ReadModelDatabase;
import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawingsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final UUID user = UUID.randomUUID();
    private final MovableClock clock = new MovableClock("2026-11-24T12:00:00Z");
    private final ReadCache cache = new ReadCache(10_000_000);
    private ReadModelDatabase rows;
    private Database database;
    private Documents documents;

    @BeforeAll
    void connect() {
        rows = new ReadModelDatabase();
        database = rows.database();
        documents = DocumentsBed.over(database, Generations.LIVE, cache, clock, new SimpleMeterRegistry());
    }

    @AfterAll
    void disconnect() throws Exception {
        documents.close();
        database.destroy();
        rows.close();
    }

    private String draw(UUID user, Screen screen) {
        return new String(requireNonNull(documents.draw(user, screen).block(DEADLINE)), UTF_8);
    }

    private void write(UUID user, long position, String income) {
        rows.put("dashboard", user, "", Examples.dashboard().income(income).document(), position);
    }

    @Test
    void aScreenIsDrawnAgainOnlyWhenADocumentThatItLookedAtChanges() {
        var drawn = new AtomicInteger();
        Screen plans = sources -> {
            drawn.incrementAndGet();
            var months = sources.find(Model.CALENDAR, List.of("2026-10", "2026-11"));
            return sources.user().income() + " "
                    + months.keySet().stream().sorted().toList();
        };
        var other = UUID.randomUUID();
        write(other, 1, "10");
        assertThat(draw(other, plans)).isEqualTo("\"10.00 []\"");
        int first = drawn.get();
        assertThat(draw(other, plans)).isEqualTo("\"10.00 []\"");
        assertThat(drawn).hasValue(first);

        rows.put("calendar", other, "2026-11", Examples.month(null, Map.of()), 2);
        rows.put("calendar", other, "2026-12", Examples.month(null, Map.of()), 2);
        assertThat(draw(other, plans)).isEqualTo("\"10.00 [2026-11]\"");
        int second = drawn.get();
        rows.put("calendar", other, "2026-12", Examples.month(null, Map.of()), 3);
        assertThat(draw(other, plans)).isEqualTo("\"10.00 [2026-11]\"");
        assertThat(drawn).hasValue(second);
        write(other, 4, "11");
        assertThat(draw(other, plans)).isEqualTo("\"11.00 [2026-11]\"");
        rows.remove("calendar", other, "2026-11");
        assertThat(draw(other, plans)).isEqualTo("\"11.00 []\"");
    }

    @Test
    void aScreenThatHasLookedAtTheDayIsDrawnAgainOnTheNext() {
        var other = UUID.randomUUID();
        rows.put("dashboard", other, "", Examples.dashboard().zone("Asia/Tokyo").document(), 1);
        clock.moveTo("2026-11-24T14:59:59Z");
        Screen today = Sources::today;
        assertThat(draw(other, today)).isEqualTo("\"2026-11-24\"");
        clock.moveTo("2026-11-24T15:00:00Z");
        assertThat(draw(other, today)).isEqualTo("\"2026-11-25\"");
        clock.moveTo("2026-11-24T14:59:59Z");
        assertThat(draw(other, today)).isEqualTo("\"2026-11-24\"");
    }

    @Test
    void aScreenThatChangesAtATimeIsDrawnAgainThen() {
        var other = UUID.randomUUID();
        clock.moveTo("2026-11-24T12:00:00Z");
        Screen minutes = sources -> {
            sources.user();
            sources.changesAt(sources.now().plusSeconds(60));
            return sources.now();
        };
        Screen always = sources -> {
            sources.user();
            sources.changesAt(sources.now());
            return sources.now();
        };
        var first = draw(other, minutes);
        draw(other, always);
        clock.moveTo("2026-11-24T12:00:59Z");
        assertThat(draw(other, minutes)).isEqualTo(first);
        assertThat(draw(other, always)).contains("12:00:59");
        clock.moveTo("2026-11-24T12:01:00Z");
        assertThat(draw(other, minutes)).contains("12:01:00");
    }

    @Test
    void whatARepairHasReplacedIsDrawnAnewThoughPositionsAreTheSame() {
        Screen income = sources -> sources.user().income().toString();
        var other = UUID.randomUUID();
        write(other, 1, "10");
        assertThat(draw(other, income)).isEqualTo("\"10.00\"");
        write(other, 1, "12");
        cache.forget(other);
        assertThat(draw(other, income)).isEqualTo("\"12.00\"");
    }

    @Test
    void whatAScreenRefusesIsItsAnswerEveryTime() {
        Screen none = sources -> {
            sources.user();
            throw new Refused(ErrorCode.NOT_FOUND, "None.");
        };
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> draw(user, none)).isInstanceOf(Refused.class);
        }
        Screen undrawable = sources -> null;
        assertThat(documents.draw(user, undrawable).blockOptional(DEADLINE)).isEmpty();
    }
}
