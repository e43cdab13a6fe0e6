package app.mita.examples;

import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Some who spend at random, and what it comes to. */
final class People {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final Random random;
    private final List<UUID> users;
    private final List<TransactionRecorded> live = new ArrayList<>();
    private final TreeMap<Category, Long> cents = new TreeMap<>();
    private final TreeMap<Category, Integer> counts = new TreeMap<>();

    People(Random random) {
        this.random = random;
        this.users = random.longs(5).mapToObj(bits -> new UUID(bits, bits)).toList();
    }

    /** Count and total by category. */
    TreeMap<String, String> table() {
        var table = new TreeMap<String, String>();
        counts.forEach((category, count) -> {
            if (count > 0) {
                table.put(category.word(), count + " " + Money.cents(cents.get(category)));
            }
        });
        return table;
    }

    /** What happens next. */
    MitaEvent next() {
        int kind = live.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 5) {
            var user = users.get(random.nextInt(users.size()));
            var recorded = new TransactionRecorded(user, UUID.randomUUID(), details(), NOON);
            live.add(recorded);
            count(recorded.details(), 1);
            return recorded;
        }
        if (kind == 5) {
            // Counts for nothing here: what was spent was spent.
            return new AccountDeleted(new UUID(random.nextLong(), 0), NOON);
        }
        var before = live.remove(random.nextInt(live.size()));
        count(before.details(), -1);
        if (kind == 6) {
            return new TransactionDeleted(before.user(), before.transactionId(), before.details(), NOON);
        }
        var after = new TransactionRecorded(before.user(), before.transactionId(), details(), NOON);
        live.add(after);
        count(after.details(), 1);
        return new TransactionCorrected(
                before.user(), before.transactionId(), before.details(), after.details(), NOON, NOON);
    }

    private void count(TransactionDetails details, int sign) {
        counts.merge(details.category(), sign, Integer::sum);
        cents.merge(details.category(), sign * details.amount().cents(), Long::sum);
    }

    private TransactionDetails details() {
        return new TransactionDetails(
                Money.cents(random.nextInt(1, 50_000)),
                Category.values()[random.nextInt(6)],
                NOON,
                DAY,
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
