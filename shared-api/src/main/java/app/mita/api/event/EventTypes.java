package app.mita.api.event;

import app.mita.api.analytics.FeatureAccessAttempted;
import app.mita.api.analytics.FeatureUsed;
import app.mita.api.analytics.PaywallShown;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.budget.BudgetModeChanged;
import app.mita.api.budget.OverspendAlertIgnored;
import app.mita.api.budget.WeightsAdapted;
import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.PasswordChanged;
import app.mita.api.identity.UserRegistered;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import app.mita.api.planning.MonthPlanned;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event there is. The one list to extend when a slice brings a new event. */
public final class EventTypes {

    public static final List<Class<? extends MitaEvent>> ALL = List.of(
            UserRegistered.class,
            PasswordChanged.class,
            AccountDeleted.class,
            AccessGranted.class,
            ProfileChanged.class,
            OnboardingCompleted.class,
            MonthPlanned.class,
            DayPlanEdited.class,
            BudgetRebalanced.class,
            BudgetModeChanged.class,
            AutomationChanged.class,
            WeightsAdapted.class,
            OverspendAlertIgnored.class,
            TransactionRecorded.class,
            TransactionCorrected.class,
            TransactionDeleted.class,
            FeatureUsed.class,
            FeatureAccessAttempted.class,
            PaywallShown.class);

    private static final Map<String, Class<? extends MitaEvent>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    public static String nameOf(Class<?> event) {
        return typeOf(event).name();
    }

    public static int versionOf(Class<?> event) {
        return typeOf(event).version();
    }

    /** @throws IllegalArgumentException for a name that no event has */
    public static Class<? extends MitaEvent> named(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no event is named " + name);
        }
        return type;
    }

    private static EventType typeOf(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event + " is not annotated with @EventType");
        }
        return type;
    }
}
