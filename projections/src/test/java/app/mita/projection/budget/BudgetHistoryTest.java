package app.mita.projection.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.budget.Automation;
import app.mita.api.budget.RebalanceDocument;
import app.mita.api.budget.RebalanceDocument.Given;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.budget.SettingsDocument.Adaptation;
import app.mita.projection.history.Folding;
import app.mita.projection.history.History;
import app.mita.runtime.json.MitaJson;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invariant 21 for the settings and for what was moved. */
class BudgetHistoryTest {

    @Property(tries = 200)
    void settingsAreWhatTheUserLastSaid(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var settings = Folding.of(new SettingsModel()).apply(history.events()).document(history, "");
        if (history.mode() == null
                && history.automation() == null
                && history.adaptations().isEmpty()) {
            assertThat(settings).isNull();
            return;
        }
        var newestFirst = history.adaptations().reversed();
        assertThat(settings)
                .isEqualTo(new SettingsDocument(
                        history.mode(),
                        Objects.requireNonNullElse(history.automation(), Automation.DEFAULT),
                        newestFirst.isEmpty() ? null : newestFirst.getFirst().after(),
                        newestFirst.stream()
                                .limit(SettingsDocument.ADAPTATIONS)
                                .map(adapted -> new Adaptation(
                                        adapted.id(), adapted.before(), adapted.after(), adapted.adaptedAt()))
                                .toList()));
    }

    @Property(tries = 200)
    void everyRebalanceHasItsRow(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        var history = History.random(seed, new UUID(0, seed), length);
        var model = new RedistributionModel();
        var rows = Folding.of(model).apply(history.events()).rows().values().stream()
                .map(row -> MitaJson.mapper().readValue(row.json(), RebalanceDocument.class))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(history.rebalances().stream()
                        .map(moved -> new RebalanceDocument(
                                moved.category(),
                                moved.day(),
                                moved.rebalancedAt(),
                                moved.transfers().stream()
                                        .map(transfer -> new Given(transfer.id(), transfer.from(), transfer.amount()))
                                        .toList()))
                        .toList());
        assertThat(rows).allSatisfy(row -> assertThat(model.index(row).sortAt()).isEqualTo(row.createdAt()));
    }
}
