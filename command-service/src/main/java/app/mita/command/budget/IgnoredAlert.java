package app.mita.command.budget;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.command.web.TimeShape;
import app.mita.domain.planning.PlanCategory;
import app.mita.domain.time.WrittenTime;
import app.mita.runtime.web.NamedAmounts;
import app.mita.runtime.web.Printable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/budget/alert/ignored.
 *
 * @param date a date, or a time on it; today when absent
 */
record IgnoredAlert(
        @NotBlank @Size(max = 100) @Printable String category,

        @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
        BigDecimal overspendAmount,

        @Size(max = 200) @Printable @Nullable String goalTitle,
        @TimeShape @Nullable String date) {

    IgnoreAlert command(UUID user, Instant receivedAt) {
        return new IgnoreAlert(
                user,
                PlanCategory.named(category),
                overspendAmount == null ? null : Money.of(overspendAmount),
                PersonalText.ofNullable(goalTitle),
                date == null ? new WrittenTime.Unsaid(receivedAt) : WrittenTime.parse(date));
    }

    /** Never the goal. */
    @Override
    public String toString() {
        return "ignored alert";
    }
}
