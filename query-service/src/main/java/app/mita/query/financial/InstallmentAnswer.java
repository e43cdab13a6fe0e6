package app.mita.query.financial;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.financial.InstallmentView;
import app.mita.api.money.Money;
import app.mita.domain.analytics.Spread;
import app.mita.domain.financial.Installments;
import app.mita.domain.planning.PlanCategory;
import app.mita.runtime.web.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether an offer fits into what the user's months leave. */
final class InstallmentAnswer {

    /** So many transactions a month make a habit that can be counted on. */
    private static final BigDecimal MANY = BigDecimal.valueOf(50);

    private InstallmentAnswer() {}

    /**
     * @param byCategory spending of the last 30 days by the category's word
     * @param spent      of each transaction in them
     */
    static Answer of(Offer offer, DashboardDocument user, Map<String, Money> byCategory, Spread spent, Instant now) {
        var outcome = Installments.of(
                Money.of(offer.price()),
                offer.months(),
                user.income(),
                user.plan() == null ? Money.ZERO : user.plan().fixedExpensesTotal(),
                user.plan() == null ? Money.ZERO : user.plan().savingsGoal(),
                living(byCategory, fixed(user)));
        return Answer.ok("How the installments fit your budget.", view(offer, outcome))
                .withMeta(Map.of(
                        "analysis_type",
                        "installment_evaluation",
                        "generated_at",
                        now,
                        "confidence_score",
                        confidence(spent)));
    }

    private static InstallmentView view(Offer offer, Installments outcome) {
        return new InstallmentView(
                outcome.affordable(),
                outcome.payment(),
                reason(outcome),
                Money.of(offer.price()),
                offer.months(),
                outcome.affordable() ? "within_limits" : "exceeds_limits",
                outcome.available());
    }

    private static String reason(Installments outcome) {
        if (outcome.affordable()) {
            return "The payment fits into the $%s that a month leaves you.".formatted(outcome.available());
        }
        return outcome.available().isPositive()
                ? "The payment is more than the $%s that a month leaves you.".formatted(outcome.available())
                : "Your months leave nothing for it.";
    }

    private static Set<String> fixed(DashboardDocument user) {
        return user.answers() == null
                ? Set.of()
                : user.answers().fixedExpenses().keySet().stream()
                        .map(PlanCategory::named)
                        .collect(Collectors.toSet());
    }

    private static Money living(Map<String, Money> byCategory, Set<String> fixed) {
        return Money.sum(byCategory.entrySet().stream()
                .filter(spent -> !fixed.contains(PlanCategory.named(spent.getKey())))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static BigDecimal confidence(Spread spent) {
        return BigDecimal.valueOf(spent.count())
                .divide(MANY, 2, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE);
    }
}
