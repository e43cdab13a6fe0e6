package app.mita.projection.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Day;
import app.mita.api.analytics.AnalyticsDocument.Spent;
import app.mita.api.event.PersonalText;
import app.mita.api.event.RecordedEvent;
import app.mita.api.money.Money;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariants 10, 12 to 14 and 21 for the sums. */
class AnalyticsHistoryTest {

    @Property(tries = 300)
    void isWhatTheLiveTransactionsSay(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var folded = Folding.of(new AnalyticsModel()).apply(history.events());
        var months = live(history).stream()
                .collect(Collectors.groupingBy(details -> details.month().toString()));
        assertThat(folded.rows()).hasSameSizeAs(months);
        months.forEach(
                (month, details) -> assertThat(folded.document(history, month)).isEqualTo(expected(details)));
    }

    /** To the byte: a replay is compared that way. */
    @Property(tries = 100)
    void theSameLiveTransactionsGiveTheSameDocument(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var lived = Folding.of(new AnalyticsModel()).apply(history.events());
        var again = Folding.of(new AnalyticsModel()).apply(recorded(history, new Random(seed)));
        assertThat(json(again)).isEqualTo(json(lived));
    }

    private static List<RecordedEvent> recorded(History history, Random random) {
        var details = new ArrayList<>(live(history));
        Collections.shuffle(details, random);
        var events = new ArrayList<RecordedEvent>();
        for (var spending : details) {
            var id = new UUID(7, events.size());
            var event = new TransactionRecorded(history.user(), id, spending, Instant.EPOCH);
            events.add(
                    new RecordedEvent(events.size() + 1L, id, history.user(), 0, Instant.EPOCH, "test", null, event));
        }
        return events;
    }

    private static TreeMap<String, String> json(Folding<AnalyticsDocument> folding) {
        var json = new TreeMap<String, String>();
        folding.rows().forEach((place, row) -> json.put(place, row.json()));
        return json;
    }

    private static List<TransactionDetails> live(History history) {
        return history.live().values().stream().map(History.Live::details).toList();
    }

    private static AnalyticsDocument expected(List<TransactionDetails> month) {
        var days = new TreeMap<>(month.stream()
                .collect(Collectors.groupingBy(
                        TransactionDetails::day,
                        Collectors.collectingAndThen(Collectors.toList(), AnalyticsHistoryTest::day))));
        var atMerchants = month.stream()
                .filter(details -> Objects.nonNull(PersonalText.reveal(details.merchant())))
                .toList();
        return new AnalyticsDocument(days, by(atMerchants, details -> PersonalText.reveal(details.merchant())));
    }

    private static Day day(List<TransactionDetails> day) {
        var squares = day.stream()
                .map(details -> BigInteger.valueOf(details.amount().cents()).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Day(day.size(), total(day), squares, by(day, details -> details.category()
                .word()));
    }

    private static TreeMap<String, Spent> by(
            List<TransactionDetails> spending, Function<TransactionDetails, String> name) {
        return new TreeMap<>(spending.stream()
                .collect(Collectors.groupingBy(
                        name,
                        Collectors.collectingAndThen(
                                Collectors.toList(), same -> new Spent(same.size(), total(same))))));
    }

    private static Money total(Collection<TransactionDetails> spending) {
        return Money.sum(spending.stream().map(TransactionDetails::amount).toList());
    }
}
