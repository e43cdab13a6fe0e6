package app.mita.query.transactions;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user thinks of buying.
 *
 * @param category of the plan or of transactions
 * @param date     null means today
 */
record Purchase(
        @NotBlank @Size(max = 100) String category,

        @NotNull @Positive @DecimalMax("999999.99") @Digits(integer = 6, fraction = 2)
        BigDecimal amount,

        @Nullable String date) {}
