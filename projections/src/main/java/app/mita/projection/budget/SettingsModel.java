package app.mita.projection.budget;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
import app.mita.api.budget.BudgetModeChanged;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.budget.SettingsDocument.Adaptation;
import app.mita.api.budget.WeightsAdapted;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps how a user wants their budget kept, and the last adaptations of their weights. */
@Component
public final class SettingsModel implements ReadModel<SettingsDocument> {

    private static final List<String> KEY = List.of("");
    private static final SettingsDocument UNSAID = new SettingsDocument(null, Automation.DEFAULT, null, List.of());

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<SettingsDocument> documentType() {
        return SettingsDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(BudgetModeChanged.class, AutomationChanged.class, WeightsAdapted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return KEY;
    }

    @Override
    public SettingsDocument fold(String key, @Nullable SettingsDocument document, RecordedEvent event) {
        var now = Objects.requireNonNullElse(document, UNSAID);
        return switch (event.payload()) {
            case BudgetModeChanged changed ->
                new SettingsDocument(changed.mode(), now.automation(), now.weights(), now.adaptations());
            case AutomationChanged changed ->
                new SettingsDocument(now.mode(), changed.automation(), now.weights(), now.adaptations());
            case WeightsAdapted adapted ->
                new SettingsDocument(now.mode(), now.automation(), adapted.after(), withNewest(adapted, now));
            default -> now;
        };
    }

    private static List<Adaptation> withNewest(WeightsAdapted adapted, SettingsDocument now) {
        var newest = new Adaptation(adapted.id(), adapted.before(), adapted.after(), adapted.adaptedAt());
        return Stream.concat(Stream.of(newest), now.adaptations().stream())
                .limit(SettingsDocument.ADAPTATIONS)
                .toList();
    }
}
