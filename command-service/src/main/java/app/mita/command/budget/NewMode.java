package app.mita.command.budget;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Body of PATCH /api/budget/mode. */
record NewMode(
        @NotNull @Pattern(regexp = "strict|flexible|behavioral|goal-oriented|default")
        String mode) {}
