package app.mita.command.budget;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.budget.BudgetModeChanged;
import app.mita.api.budget.WeightsAdapted;
import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.FactKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions know of how a user wants their budget kept.
 *
 * @param mode    null while it was never set
 * @param weights by category, as last adapted; null while they never were
 */
public record Settings(
        @Nullable String mode,
        Automation automation,
        @Nullable Map<String, BigDecimal> weights) {

    public static final FactKind<Settings> FACT =
            new FactKind<>("settings", new Settings(null, Automation.DEFAULT, null), Settings::evolve);

    public static Fact<Settings> of(UUID user) {
        return FACT.at(EventTag.settings(user));
    }

    private Settings evolve(MitaEvent event) {
        return switch (event) {
            case BudgetModeChanged changed -> new Settings(changed.mode(), automation, weights);
            case AutomationChanged changed -> new Settings(mode, changed.automation(), weights);
            case WeightsAdapted adapted -> new Settings(mode, automation, adapted.after());
            default -> this;
        };
    }
}
