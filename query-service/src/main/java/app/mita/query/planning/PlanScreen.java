package app.mita.query.planning;

import app.mita.api.planning.PlannedSpending;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.calendar.Months;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every day of a month by its number (planning.md, plan). */
record PlanScreen(YearMonth month) implements Screen {

    /** @throws Refused NOT_FOUND when the month is neither planned nor spent in */
    @Override
    public Map<String, Map<String, PlannedSpending>> draw(Sources sources) {
        var planned = Months.find(sources, month);
        if (!planned.hasPlan() && planned.spent().isEmpty()) {
            throw new Refused(
                    ErrorCode.NOT_FOUND,
                    "Nothing is planned in this month.",
                    Map.of("resource_type", "plan", "month", month.toString()));
        }
        var days = new LinkedHashMap<String, Map<String, PlannedSpending>>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.put(String.valueOf(day), categories(planned, month.atDay(day)));
        }
        return days;
    }

    private static Map<String, PlannedSpending> categories(PlannedMonth month, LocalDate day) {
        var categories = new LinkedHashMap<String, PlannedSpending>();
        month.day(day)
                .forEach((category, use) -> categories.put(category, new PlannedSpending(use.planned(), use.spent())));
        return categories;
    }
}
