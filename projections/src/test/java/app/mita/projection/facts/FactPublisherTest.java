package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.transactions.Category;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The topic of facts, on a real broker and database: right whatever happens to its publisher, and told once. */
class FactPublisherTest {

    private FactTopicBed bed;
    private FactStory story;

    @BeforeEach
    void open() throws Exception {
        bed = new FactTopicBed();
        story = new FactStory(bed);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void restartsTakeOverWithoutAGapOrADouble() {
        for (int life = 0; life < 4; life++) {
            story.happen(150);
            var publisher = bed.start();
            story.happen(150);
            await().atMost(FactStory.DEADLINE).until(() -> bed.stored() > 0);
            publisher.stop();
        }
        var last = bed.start();
        story.awaitStored();
        last.stop();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    @Test
    void twoShareThePartitions() {
        var one = bed.start();
        story.happen(200);
        var other = bed.start();
        for (int i = 0; i < 5; i++) {
            story.happen(100);
        }
        await().atMost(FactStory.DEADLINE).until(() -> bed.stored() > 100);
        one.stop();
        story.happen(100);
        story.awaitStored();
        other.stop();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    /** Who takes a partition over may come before the broker has marked there what was committed. */
    @Test
    void whatIsNotMarkedAsCommittedIsThere() throws Exception {
        var clients = bed.clients();
        clients.ensureTopic();
        assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 1, 2);
        try (var producer = clients.producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(bed.settings.dailySpendingTopic(), 1, new byte[1], null));
            producer.flush();
            assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 2);
            producer.abortTransaction();
        }
        assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void whatIsNotPresentAnyMoreIsGoneWithinADay() throws Exception {
        bed.clients().ensureTopic();
        var day = Long.toString(Duration.ofDays(1).toMillis());
        assertThat(bed.configuration(bed.settings.dailySpendingTopic()))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", day)
                .containsEntry("segment.ms", day)
                .containsEntry(
                        "delete.retention.ms", Long.toString(Duration.ofDays(7).toMillis()));
    }

    @Test
    void nothingIsMadeAnewWhereThereAreNoFacts() {
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        var log = (Logger) LoggerFactory.getLogger(FactPublisher.class);
        log.addAppender(told);
        try {
            for (int life = 0; life < 3; life++) {
                story.publish(story.users().stream().map(Spent::accountDeleted).toList());
                var publisher = bed.start();
                story.awaitStored();
                publisher.stop();
            }
            story.run();
        } finally {
            log.detachAppender(told);
        }
        assertThat(told.list).isEmpty();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    @Test
    void aDeletedAccountLeavesTombstonesAlone() {
        story.run();
        var publisher = bed.start();
        var user = story.deleteAccount();
        story.awaitStored();
        publisher.stop();
        story.assertFactsAreRight();
        assertThat(bed.query("select count(*) from read_model.daily_spending where user_id = '" + user + "'"))
                .isZero();
    }

    @Test
    void anEventThatIsDamagedHoldsUpNobody() {
        bed.happenDamaged(Spent.recorded(story.users().getFirst(), "1.00", Category.FOOD, Spent.DAY));
        story.run();
        story.assertFactsAreRight();
        assertThat(bed.figure("mita.daily.spending.passed.over")).isPositive();
    }

    /** As a node meets it that is older than the one that writes. It is not passed over: the newer code will know it. */
    @Test
    void anEventOfALaterVersionIsWaitedFor() {
        story.run();
        long told = bed.facts().size();
        bed.happenInVersion(2, Spent.recorded(story.users().getFirst(), "1.00", Category.FOOD, Spent.DAY));
        var publisher = bed.start();
        await().atMost(FactStory.DEADLINE).until(() -> bed.figure("mita.daily.spending.failures") > 1);
        publisher.stop();
        assertThat(bed.isStored()).isFalse();
        assertThat(bed.figure("mita.daily.spending.passed.over")).isZero();
        assertThat(bed.facts()).hasSize((int) told);
    }
}
