package app.mita.projection.budget;

import app.mita.api.budget.RebalanceDocument;
import app.mita.api.budget.RebalanceDocument.Given;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.projection.engine.IndexColumns;
import app.mita.projection.engine.Prior;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a row for each rebalance, listed newest first. */
@Component
public final class RedistributionModel implements ReadModel<RebalanceDocument> {

    @Override
    public String name() {
        return "redistribution";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<RebalanceDocument> documentType() {
        return RebalanceDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(BudgetRebalanced.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return event.payload() instanceof BudgetRebalanced moved
                ? List.of(moved.transfers().getFirst().id().toString())
                : List.of();
    }

    /** Each event carries a rebalance of its own, whole. */
    @Override
    public Prior prior(RecordedEvent event) {
        return Prior.NONE;
    }

    @Override
    public @Nullable RebalanceDocument fold(String key, @Nullable RebalanceDocument document, RecordedEvent event) {
        return event.payload() instanceof BudgetRebalanced moved
                ? new RebalanceDocument(
                        moved.category(),
                        moved.day(),
                        moved.rebalancedAt(),
                        moved.transfers().stream()
                                .map(transfer -> new Given(transfer.id(), transfer.from(), transfer.amount()))
                                .toList())
                : document;
    }

    @Override
    public IndexColumns index(RebalanceDocument document) {
        return new IndexColumns(document.createdAt(), null);
    }
}
