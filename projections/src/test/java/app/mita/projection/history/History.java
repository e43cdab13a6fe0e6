package app.mita.projection.history;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.budget.BudgetModeChanged;
import app.mita.api.budget.WeightsAdapted;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.PasswordChanged;
import app.mita.api.identity.Role;
import app.mita.api.identity.UserRegistered;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's random life, valid by the rules of the write side: what happened, and what is true at its end. The same seed
 * gives the same life.
 */
public final class History {

    private static final List<String> ZONES = List.of(
            "UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Midway");
    private static final List<String> MERCHANTS = List.of("Corner Shop", "corner shop", "Café Österreich", "Bus \"7\"");

    /** A live transaction. */
    public record Live(TransactionDetails details, Instant recordedAt, Instant updatedAt) {}

    private final Random random;
    private final UUID user;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<UUID, Live> live = new LinkedHashMap<>();
    private final Plans plans;
    private final List<BudgetRebalanced> rebalances = new ArrayList<>();
    private final List<WeightsAdapted> adaptations = new ArrayList<>();
    private @Nullable String mode;
    private @Nullable Automation automation;
    private Instant now = Instant.parse("2026-09-20T08:00:00.123456Z");
    private String zone;
    private Money income = Money.of("3000");
    private boolean onboarded;
    private boolean deleted;

    private History(long seed, UUID user) {
        this.random = new Random(seed);
        this.user = user;
        this.plans = new Plans(random, user);
        this.zone = pick(ZONES);
    }

    /** A life of that many events, registration first. */
    public static History random(long seed, UUID user, int length) {
        var history = new History(seed, user);
        history.add(new UserRegistered(user, Samples.profile(history.zone, history.income), history.now));
        while (history.events.size() < length) {
            history.step();
        }
        return history;
    }

    public UUID user() {
        return user;
    }

    /** Positions are 1, 2, 3, … and the partition is 0 until a log gives others. */
    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public Map<UUID, Live> live() {
        return live;
    }

    public Map<YearMonth, Map<String, List<Money>>> planned() {
        return plans.months();
    }

    public List<BudgetRebalanced> rebalances() {
        return rebalances;
    }

    /** The newest last. */
    public List<WeightsAdapted> adaptations() {
        return adaptations;
    }

    /** Null while it was never set. */
    public @Nullable String mode() {
        return mode;
    }

    /** Null while it was never set. */
    public @Nullable Automation automation() {
        return automation;
    }

    public Instant lastEvent() {
        return now;
    }

    public String zone() {
        return zone;
    }

    public Money income() {
        return income;
    }

    /** Ends it: the account is deleted. */
    public History delete() {
        deleted = true;
        add(new AccountDeleted(user, now));
        return this;
    }

    public boolean deleted() {
        return deleted;
    }

    private void step() {
        now = now.plus(Duration.ofMinutes(random.nextInt(60 * 30)));
        switch (random.nextInt(25)) {
            case 0 -> changeProfile();
            case 1 -> plan();
            case 2 -> onboard();
            case 3 -> add(new AccessGranted(user, pick(List.of(Role.values())), random.nextBoolean(), now));
            case 4 -> add(new PasswordChanged(user, now));
            case 5, 6, 7, 8 -> correct();
            case 9, 10, 11 -> delete(pickLive());
            case 12, 13 -> plans.edit(now).ifPresent(this::add);
            case 14, 15 ->
                plans.rebalance(now).ifPresent(moved -> {
                    rebalances.add(moved);
                    add(moved);
                });
            case 16 -> changeSettings();
            default -> record();
        }
    }

    private void changeProfile() {
        zone = pick(ZONES);
        income = Money.cents(random.nextInt(1_000_000));
        add(new ProfileChanged(user, Samples.profile(zone, income), now));
    }

    private void plan() {
        var month = YearMonth.from(now.atZone(ZoneId.of(zone))).plusMonths(random.nextInt(3) - 1);
        var days = Samples.plan(month, random);
        plans.put(month, days);
        add(new MonthPlanned(user, month, days, now));
    }

    private void changeSettings() {
        switch (random.nextInt(3)) {
            case 0 -> {
                mode = pick(List.of("strict", "flexible", "goal-oriented"));
                add(new BudgetModeChanged(user, mode, now));
            }
            case 1 -> {
                automation = new Automation(
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        BigDecimal.valueOf(random.nextInt(101), 2));
                add(new AutomationChanged(user, automation, now));
            }
            default -> {
                var adapted = new WeightsAdapted(
                        user,
                        new UUID(random.nextLong(), random.nextLong()),
                        Map.of("food", BigDecimal.valueOf(random.nextInt(101), 2)),
                        Map.of("food", BigDecimal.valueOf(random.nextInt(101), 2)),
                        now);
                adaptations.add(adapted);
                add(adapted);
            }
        }
    }

    private void onboard() {
        if (!onboarded) {
            onboarded = true;
            zone = pick(ZONES);
            income = Samples.ANSWERS.totalIncome();
            add(new OnboardingCompleted(user, Samples.ANSWERS, Samples.PLAN, zone, now));
        }
    }

    private void record() {
        var id = new UUID(random.nextLong(), random.nextLong());
        var details = details();
        live.put(id, new Live(details, now, now));
        add(new TransactionRecorded(user, id, details, now));
    }

    private void correct() {
        var id = pickLive();
        if (id != null) {
            var before = live.get(id);
            var after = details();
            if (random.nextInt(3) == 0) {
                after = Samples.at(
                        after, before.details().spentAt(), before.details().day());
            }
            live.put(id, new Live(after, before.recordedAt(), now));
            add(new TransactionCorrected(user, id, before.details(), after, before.recordedAt(), now));
        }
    }

    private void delete(@Nullable UUID id) {
        if (id != null) {
            add(new TransactionDeleted(user, id, live.remove(id).details(), now));
        }
    }

    private TransactionDetails details() {
        var spentAt =
                switch (random.nextInt(6)) {
                    case 0 -> now.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
                    case 1 -> now.minus(Duration.ofDays(random.nextInt(100)));
                    case 2 -> now.minus(Duration.ofHours(random.nextInt(200)));
                    default -> now;
                };
        LocalDate day = spentAt.atZone(ZoneId.of(zone)).toLocalDate();
        var merchant = random.nextInt(3) == 0 ? null : pick(MERCHANTS);
        var description = random.nextInt(3) == 0 ? null : "line\nand \"quote\" é " + random.nextInt(100);
        return Samples.spending(
                1 + random.nextInt(50_000),
                pick(List.of(Category.FOOD, Category.PUBLIC_TRANSPORT, Category.RENT)),
                spentAt,
                day,
                PersonalText.ofNullable(description),
                PersonalText.ofNullable(merchant));
    }

    private @Nullable UUID pickLive() {
        return live.isEmpty() ? null : pick(List.copyOf(live.keySet()));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void add(MitaEvent event) {
        var number = events.size() + 1;
        events.add(new RecordedEvent(
                number, new UUID(user.getLeastSignificantBits(), number), user, 0, now, "test", null, event));
    }
}
