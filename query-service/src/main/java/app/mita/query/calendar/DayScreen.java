package app.mita.query.calendar;

import app.mita.api.calendar.DayView;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** A day's plan and spending (core.md section 9). */
record DayScreen(LocalDate day) implements Screen {

    /** @throws Refused NOT_FOUND when the day is neither planned nor spent on */
    @Override
    public DayView draw(Sources sources) {
        return Days.day(Months.find(sources, YearMonth.from(day)), day)
                .orElseThrow(() -> new Refused(
                        ErrorCode.NOT_FOUND,
                        "Nothing is planned for this day.",
                        Map.of("resource_type", "calendar_day", "date", day)));
    }
}
