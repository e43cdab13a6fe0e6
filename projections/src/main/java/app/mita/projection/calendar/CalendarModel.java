package app.mita.projection.calendar;

import app.mita.api.calendar.MonthDocument;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.domain.planning.PlannedDays;
import app.mita.projection.engine.ReadModel;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was planned and spent on each day of each month. */
@Component
public final class CalendarModel implements ReadModel<MonthDocument> {

    private static final MonthDocument EMPTY = new MonthDocument(null, new TreeMap<>());

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<MonthDocument> documentType() {
        return MonthDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(
                MonthPlanned.class,
                DayPlanEdited.class,
                BudgetRebalanced.class,
                TransactionRecorded.class,
                TransactionCorrected.class,
                TransactionDeleted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return switch (event.payload()) {
            case MonthPlanned planned -> List.of(planned.month().toString());
            case DayPlanEdited edit -> List.of(YearMonth.from(edit.day()).toString());
            case BudgetRebalanced moved -> List.of(YearMonth.from(moved.day()).toString());
            case TransactionRecorded recorded -> List.of(month(recorded.details()));
            case TransactionDeleted deleted -> List.of(month(deleted.last()));
            case TransactionCorrected corrected ->
                Stream.of(month(corrected.before()), month(corrected.after()))
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public @Nullable MonthDocument fold(String key, @Nullable MonthDocument document, RecordedEvent event) {
        var month = YearMonth.parse(key);
        var now = Objects.requireNonNullElse(document, EMPTY);
        var spending = DailySpending.from(now.spent());
        var planned = now.planned();
        switch (event.payload()) {
            case MonthPlanned plan -> planned = plan.planned();
            case DayPlanEdited edit -> planned = planned == null ? null : PlannedDays.after(planned, edit);
            case BudgetRebalanced moved -> planned = planned == null ? null : PlannedDays.after(planned, moved);
            case TransactionRecorded recorded -> spending.add(recorded.details());
            case TransactionDeleted deleted -> spending.remove(deleted.last());
            case TransactionCorrected corrected -> {
                within(month, corrected.before(), spending, DailySpending::remove);
                within(month, corrected.after(), spending, DailySpending::add);
            }
            default -> {}
        }
        var spent = spending.days();
        return planned == null && spent.isEmpty() ? null : new MonthDocument(planned, spent);
    }

    private static void within(
            YearMonth month,
            TransactionDetails details,
            DailySpending spending,
            BiConsumer<DailySpending, TransactionDetails> change) {
        if (details.month().equals(month)) {
            change.accept(spending, details);
        }
    }

    private static String month(TransactionDetails details) {
        return details.month().toString();
    }
}
