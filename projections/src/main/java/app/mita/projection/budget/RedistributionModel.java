package app.mita.projection.budget;

import app.mita.api.budget.RedistributionDocument;
import app.mita.api.event.RecordedEvent;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.projection.engine.IndexColumns;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a row for each category that gave to an overspent one, listed newest first. */
@Component
public final class RedistributionModel implements ReadModel<RedistributionDocument> {

    private static final String REASON = "realtime_rebalance";

    @Override
    public String name() {
        return "redistribution";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<RedistributionDocument> documentType() {
        return RedistributionDocument.class;
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return event.payload() instanceof BudgetRebalanced moved
                ? moved.transfers().stream()
                        .map(transfer -> transfer.id().toString())
                        .toList()
                : List.of();
    }

    /** Each event carries its transfers whole. */
    @Override
    public boolean replaces(RecordedEvent event) {
        return true;
    }

    @Override
    public @Nullable RedistributionDocument fold(
            String key, @Nullable RedistributionDocument document, RecordedEvent event) {
        return event.payload() instanceof BudgetRebalanced moved
                ? moved.transfers().stream()
                        .filter(transfer -> transfer.id().toString().equals(key))
                        .findFirst()
                        .map(transfer -> new RedistributionDocument(
                                transfer.id(),
                                transfer.from(),
                                moved.category(),
                                transfer.amount(),
                                REASON,
                                moved.day(),
                                moved.rebalancedAt()))
                        .orElseThrow()
                : document;
    }

    @Override
    public IndexColumns index(RedistributionDocument document) {
        return new IndexColumns(document.createdAt(), null);
    }
}
