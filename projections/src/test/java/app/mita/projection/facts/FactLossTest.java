package app.mita.projection.facts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The publisher of facts after a loss: of its offsets, of either topic, or of what it keeps in the database. */
class FactLossTest {

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
    void aDatabaseThatLostItsLastSecondsIsBroughtUpSilently() {
        story.run();
        bed.execute("create table facts_then as table read_model.daily_spending");
        bed.execute("create table progress_then as table read_model.daily_spending_progress");
        story.run();
        bed.execute("truncate read_model.daily_spending, read_model.daily_spending_progress");
        bed.execute("insert into read_model.daily_spending table facts_then");
        bed.execute("insert into read_model.daily_spending_progress table progress_then");
        story.run();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    @Test
    void nothingIsToldAgainWhenKafkaHasForgottenHowFarItWas() throws Exception {
        story.run();
        bed.forgetOffsets();
        story.run();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    /** At other offsets, and with more after them than there was before. */
    @Test
    void eventsPublishedAnewWhileNobodyReadAreGoneOnWithByPosition() throws Exception {
        inManyTransactions();
        story.run();
        story.deleteAccount();
        bed.publishAnew();
        story.run();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    @Test
    void eventsPublishedAnewWhileTheyAreReadAreGoneOnWithByPosition() throws Exception {
        inManyTransactions();
        var publisher = bed.start();
        story.awaitStored();
        story.deleteAccount();
        story.awaitStored();
        bed.publishAnew();
        inManyTransactions();
        story.awaitStored();
        publisher.stop();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    @Test
    void withoutADatabaseEachPresentFactIsToldOnceAndWhatIsNoMoreEnds() throws Exception {
        inManyTransactions();
        story.run();
        var told = bed.ends();
        story.deleteAccount();
        bed.execute("truncate read_model.daily_spending, read_model.daily_spending_progress");
        bed.publishAnew();
        story.run();
        story.assertAllToldOnceSince(told);
        story.assertFactsAreRight();
    }

    @Test
    void aLostTopicOfFactsIsFilledWithEachPresentFactOnce() throws Exception {
        story.run();
        bed.loseFacts();
        story.run();
        story.assertAllToldOnceSince(Map.of());
    }

    /** Who dies while it tells everything leaves a mark that this is not done. */
    @Test
    void tellingEverythingIsGoneOnWithByTheNextOne() {
        story.run();
        var told = bed.ends();
        bed.execute("update read_model.daily_spending_progress set kafka_offset = 0");
        story.happen(200);
        var publisher = bed.start();
        story.awaitStored();
        // Told is a moment before it is noted.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bed.query("select count(*) from read_model.daily_spending_progress"
                                + " where kafka_offset = 0 and position > 0")
                        == 0);
        publisher.stop();
        story.assertAllToldOnceSince(told);
    }

    /** Also between what it has committed on Kafka and what it would store of it. */
    @Test
    void losingItsDatabaseAgainAndAgainItDoublesAndLosesNothing() {
        var publisher = bed.start();
        for (int round = 0; round < 20; round++) {
            story.happen(40);
            bed.killConnections();
            if (round % 5 == 4) {
                story.awaitStored();
            }
        }
        story.awaitStored();
        publisher.stop();
        story.assertFactsAreRight();
        story.assertToldOnce();
    }

    /** So that the offsets, which count the ends of transactions too, are others when all is published again. */
    private void inManyTransactions() {
        for (int i = 0; i < 60; i++) {
            story.happen(3);
        }
    }
}
