package app.mita.query.budget;

import app.mita.api.budget.SuggestionsView;
import app.mita.api.budget.SuggestionsView.Suggestion;
import app.mita.api.money.Money;
import app.mita.domain.budget.SpendingReview;
import app.mita.domain.budget.SpendingReview.Finding;
import java.util.List;
import java.util.stream.IntStream;

/** Says in words what a review of spending found. */
final class Suggestions {

    private static final String GENERAL = "general";
    private static final String EASY = "easy";
    private static final String MODERATE = "moderate";

    /** From here on a saving takes some resolve. */
    private static final Money NOTICEABLE = Money.of("50");

    private Suggestions() {}

    static SuggestionsView from(SpendingReview review) {
        var findings = review.findings();
        return new SuggestionsView(
                findings.isEmpty()
                        ? List.of(general())
                        : IntStream.range(0, findings.size())
                                .mapToObj(place -> suggestion(place + 1, findings.get(place)))
                                .toList(),
                review.potentialSavings(),
                review.topCategories().isEmpty() ? List.of(GENERAL) : review.topCategories());
    }

    private static Suggestion general() {
        return new Suggestion(
                1, "Keep recording what you spend: your plan and your days agree.", GENERAL, Money.ZERO, EASY);
    }

    private static Suggestion suggestion(int id, Finding finding) {
        var saving = finding.potentialSavings();
        return new Suggestion(
                id, text(finding), finding.category(), saving, saving.compareTo(NOTICEABLE) < 0 ? EASY : MODERATE);
    }

    private static String text(Finding finding) {
        return switch (finding.advice()) {
            case REDUCE ->
                "Spend less on %s: it took $%s more than planned."
                        .formatted(finding.category(), finding.potentialSavings());
            case SAVE_MORE ->
                "You need less than half of the plan for %s: put some of it aside.".formatted(finding.category());
        };
    }
}
