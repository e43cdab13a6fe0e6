package app.mita.query.calendar;

import app.mita.api.calendar.CalendarView;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month's calendar (core.md section 9).
 *
 * @param month null means the user's current one
 */
record CalendarScreen(@Nullable YearMonth month) implements Screen {

    @Override
    public CalendarView draw(Sources sources) {
        return Days.calendar(Months.find(sources, month == null ? Months.current(sources) : month));
    }
}
