package app.mita.projection.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.engine.ReadModel;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps each month's spending in sums that an analysis reads in place of the transactions. */
@Component
public final class AnalyticsModel implements ReadModel<AnalyticsDocument> {

    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<AnalyticsDocument> documentType() {
        return AnalyticsDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(TransactionRecorded.class, TransactionCorrected.class, TransactionDeleted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return switch (event.payload()) {
            case TransactionRecorded recorded -> List.of(month(recorded.details()));
            case TransactionDeleted deleted -> List.of(month(deleted.last()));
            case TransactionCorrected corrected -> months(corrected.before(), corrected.after());
            default -> List.of();
        };
    }

    @Override
    public @Nullable AnalyticsDocument fold(String key, @Nullable AnalyticsDocument document, RecordedEvent event) {
        var sums = MonthSums.from(document);
        switch (event.payload()) {
            case TransactionRecorded recorded -> sums.add(recorded.details());
            case TransactionDeleted deleted -> sums.remove(deleted.last());
            case TransactionCorrected corrected -> {
                var month = YearMonth.parse(key);
                if (corrected.before().month().equals(month)) {
                    sums.remove(corrected.before());
                }
                if (corrected.after().month().equals(month)) {
                    sums.add(corrected.after());
                }
            }
            default -> {}
        }
        return sums.document();
    }

    private static List<String> months(TransactionDetails before, TransactionDetails after) {
        return before.month().equals(after.month()) ? List.of(month(after)) : List.of(month(before), month(after));
    }

    private static String month(TransactionDetails details) {
        return details.month().toString();
    }
}
