package app.mita.query.calendar;

import jakarta.validation.constraints.NotNull;

/** Body of POST /api/calendar/day_state: a date in parts, which need not exist. */
record DayQuestion(
        @NotNull Integer year,
        @NotNull Integer month,
        @NotNull Integer day) {}
