package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.registered;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.money.Money;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.Category;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.eventstore.EventStoreNode;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.CommandNode;
import app.mita.command.gateway.Commands;
import app.mita.command.planning.EditDay;
import app.mita.command.planning.Month;
import app.mita.command.transactions.TransactionId.Source;
import app.mita.domain.time.UserTime;
import app.mita.domain.time.WrittenTime;
import app.mita.embedded.TestBackend;
import app.mita.runtime.personal.EventCodec;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Two devices on two nodes write to the same month of the same user at once: each write counts once, on top of the one
 * before it, and every rebalance keeps the month's money.
 */
class TwoDevicesTest {

    private static final int WRITES = 80;
    private static final int AT_ONCE = 16;
    private static final List<String> PLANNED = List.of("groceries", "dining out", "hobbies", "rent");

    private final long seed = Long.getLong("mita.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<UUID, Spending> recorded = new LinkedHashMap<>();
    private EventStoreNode here;
    private EventStoreNode there;
    private YearMonth month;

    @BeforeEach
    void twoNodes() {
        var database = TestBackend.freshDatabase();
        here = new EventStoreNode(database);
        there = new EventStoreNode(database);
        here.keys().create(USER).block();
        month = UserTime.monthOf(Instant.now(), ZoneOffset.UTC);
        var plan = new LinkedHashMap<String, List<Money>>();
        PLANNED.forEach(category -> plan.put(category, Money.of("900").split(month.lengthOfMonth())));
        here.append(AppendCondition.none(), registered("UTC"), new MonthPlanned(USER, month, plan, Instant.now()))
                .join();
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    @Test
    void no_cent_is_lost_or_doubled() {
        var devices = List.of(CommandNode.on(here), CommandNode.on(there));
        var first = new ArrayList<Command<?>>();
        for (int nth = 0; nth < WRITES; nth++) {
            first.add(random.nextInt(4) == 0 ? edit() : spend());
        }
        all(devices, first);
        var second = new ArrayList<Command<?>>();
        for (var id : List.copyOf(recorded.keySet())) {
            second.add(random.nextInt(3) == 0 ? delete(id) : correct(id));
        }
        all(devices, second);
        try {
            addsUp();
        } catch (AssertionError wrong) {
            throw new AssertionError("run again with -Dmita.test.seed=" + seed, wrong);
        }
    }

    /** As a client does: a conflict is tried again. */
    private static void all(List<Commands> devices, List<Command<?>> commands) {
        Flux.range(0, commands.size())
                .flatMap(nth -> sent(devices.get(nth % devices.size()), commands.get(nth)), AT_ONCE)
                .blockLast();
    }

    private static Mono<?> sent(Commands device, Command<?> command) {
        return device.send(command)
                .retryWhen(Retry.max(100)
                        .filter(failure -> failure instanceof Refused refused && refused.code() == ErrorCode.CONFLICT));
    }

    private void addsUp() {
        var now = Month.unknown(month);
        var total = Money.ZERO;
        for (var event : events()) {
            var before = now;
            now = now.with(event);
            switch (event) {
                case MonthPlanned _ -> total = total(now);
                case DayPlanEdited edit -> {
                    edit.before().forEach((category, amount) -> assertThat(
                                    before.planned(edit.day(), category).orElse(Money.ZERO))
                            .as("an edit knows what it changes")
                            .isEqualTo(amount));
                    total = total.plus(Money.sum(edit.planned().values()))
                            .minus(Money.sum(edit.before().values()));
                }
                default -> {}
            }
            assertThat(total(now)).as("%s", event).isEqualTo(total);
            now.planned().values().forEach(days -> assertThat(days).allMatch(amount -> !amount.isNegative()));
        }
        var spent = Money.sum(
                now.rowsFrom(month.atDay(1)).stream().map(row -> row.spent()).toList());
        assertThat(spent)
                .isEqualTo(Money.sum(
                        recorded.values().stream().map(Spending::amount).toList()));
    }

    private List<MitaEvent> events() {
        var codec = new EventCodec();
        var key = here.keys().find(List.of(USER)).block().get(USER);
        var tag = EventTag.month(USER, month);
        return here.log().readAfter(0, 10_000).block().stream()
                .filter(event -> event.user().equals(USER))
                .map(event -> codec.decode(event.name(), event.version(), event.payload(), key))
                .filter(event -> event.tags().contains(tag))
                .toList();
    }

    private static Money total(Month month) {
        var all = new ArrayList<Money>();
        month.planned().values().forEach(all::addAll);
        return Money.sum(all);
    }

    private EditDay edit() {
        var category = PLANNED.get(random.nextInt(PLANNED.size()));
        return new EditDay(USER, month.atDay(1 + random.nextInt(5)), Map.of(category, amount()));
    }

    private RecordTransaction spend() {
        var id = new UUID(random.nextLong(), random.nextLong());
        var category = random.nextBoolean() ? Category.GROCERIES : Category.FOOD;
        var spending = Spending.plain(amount(), category, WrittenTime.parse(month.atDay(1) + "T10:00"));
        recorded.put(id, spending);
        return new RecordTransaction(USER, new TransactionId(id, Source.CLIENT), spending);
    }

    private CorrectTransaction correct(UUID id) {
        var amount = amount();
        recorded.computeIfPresent(id, (_, before) -> Spending.plain(amount, before.category(), before.spentAt()));
        return new CorrectTransaction(USER, id, new Correction(amount, null, null, null, null, null, null, null, null));
    }

    private DeleteTransaction delete(UUID id) {
        recorded.remove(id);
        return new DeleteTransaction(USER, id);
    }

    private Money amount() {
        return Money.cents(1 + random.nextInt(8_000));
    }
}
