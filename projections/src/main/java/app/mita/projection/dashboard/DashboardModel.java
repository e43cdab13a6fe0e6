package app.mita.projection.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.UserRegistered;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.domain.planning.PlannedDays;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the main screen ready: income and zone, plans, spending by day, the newest transactions. */
@Component
public final class DashboardModel implements ReadModel<DashboardDocument> {

    private static final List<String> KEY = List.of("");

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<DashboardDocument> documentType() {
        return DashboardDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(
                UserRegistered.class,
                ProfileChanged.class,
                OnboardingCompleted.class,
                MonthPlanned.class,
                DayPlanEdited.class,
                BudgetRebalanced.class,
                TransactionRecorded.class,
                TransactionCorrected.class,
                TransactionDeleted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return KEY;
    }

    @Override
    public DashboardDocument fold(String key, @Nullable DashboardDocument document, RecordedEvent event) {
        var screen = event.payload() instanceof UserRegistered registered
                ? Screen.empty(registered.profile())
                : Screen.of(Objects.requireNonNull(document, "a user who never registered"));
        switch (event.payload()) {
            case ProfileChanged changed -> screen.profile(changed.profile());
            case OnboardingCompleted done -> screen.onboarded(done);
            case MonthPlanned planned -> screen.planned(planned.month(), planned.planned());
            case DayPlanEdited edit -> screen.replanned(edit.day(), planned -> PlannedDays.after(planned, edit));
            case BudgetRebalanced moved -> screen.replanned(moved.day(), planned -> PlannedDays.after(planned, moved));
            case TransactionRecorded recorded -> screen.spent(recorded.transactionId(), recorded.details());
            case TransactionCorrected corrected ->
                screen.corrected(corrected.transactionId(), corrected.before(), corrected.after());
            case TransactionDeleted deleted -> screen.takenBack(deleted.transactionId(), deleted.last());
            default -> {}
        }
        return screen.at(event.occurredAt());
    }
}
