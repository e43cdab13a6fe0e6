package app.mita.command.planning;

import static app.mita.command.onboarding.SomeUser.USER;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MonthTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    /** Invariants 10, 12, 13 and 14 of domain.md for the write side's own sums. */
    @Property(tries = 100)
    void spent_is_the_sum_of_what_is_live(@ForAll long seed) {
        var random = new Random(seed);
        var live = new ArrayList<TransactionDetails>();
        var month = Month.unknown(MONTH);
        for (int step = 0; step < 60; step++) {
            month = month.with(next(live, random));
        }
        for (int day = 1; day <= 30; day++) {
            for (var category : List.of(Category.FOOD, Category.PUBLIC_TRANSPORT)) {
                var date = MONTH.atDay(day);
                var expected = Money.sum(live.stream()
                        .filter(one -> one.day().equals(date) && one.category() == category)
                        .map(TransactionDetails::amount)
                        .toList());
                assertThat(month.spent(date, category.word())).isEqualTo(expected);
            }
        }
    }

    @Property(tries = 50)
    void a_restored_month_is_the_one_that_was_saved(@ForAll long seed) {
        var random = new Random(seed);
        var live = new ArrayList<TransactionDetails>();
        var month = Month.unknown(MONTH);
        if (random.nextBoolean()) {
            month = month.with(new MonthPlanned(
                    USER,
                    MONTH,
                    Map.of("food", Money.cents(random.nextInt(100_000)).split(MONTH.lengthOfMonth())),
                    Instant.EPOCH));
        }
        for (int step = 0; step < 40; step++) {
            month = month.with(next(live, random));
        }
        var form = Objects.requireNonNull(Month.of(USER, MONTH).kind().snapshot());
        var restored = form.read(form.write(month));
        assertThat(restored).isEqualTo(month);
        var after = next(live, random);
        assertThat(restored.with(after)).isEqualTo(month.with(after));
        assertThat(restored.rowsFrom(MONTH.atDay(1))).isEqualTo(month.rowsFrom(MONTH.atDay(1)));
    }

    private static MitaEvent next(List<TransactionDetails> live, Random random) {
        int kind = live.isEmpty() ? 0 : random.nextInt(3);
        if (kind == 0) {
            live.add(details(random));
            return new TransactionRecorded(USER, UUID.randomUUID(), live.getLast(), Instant.EPOCH);
        }
        var before = live.remove(random.nextInt(live.size()));
        if (kind == 1) {
            return new TransactionDeleted(USER, UUID.randomUUID(), before, Instant.EPOCH);
        }
        live.add(details(random));
        return new TransactionCorrected(USER, UUID.randomUUID(), before, live.getLast(), Instant.EPOCH, Instant.EPOCH);
    }

    /** In October, November or December, so that corrections move in and out of the month. */
    private static TransactionDetails details(Random random) {
        LocalDate day = LocalDate.of(2026, 10, 15).plusDays(random.nextInt(70));
        return new TransactionDetails(
                Money.cents(1 + random.nextInt(10_000)),
                random.nextBoolean() ? Category.FOOD : Category.PUBLIC_TRANSPORT,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day,
                "USD",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }
}
