package app.mita.query.readmodel;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.calendar.MonthDocument;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.profile.ProfileDocument;
import java.util.List;

/**
 * A read model whose documents are read by key.
 *
 * @param number its place in {@link #ALL}
 * @param name   of the projection and of its table in schema {@code read_model}
 * @param <D>    the document
 */
public record Model<D>(int number, String name, Class<D> documentType) implements Comparable<Model<?>> {

    /** Key {@code ""}. */
    public static final Model<ProfileDocument> PROFILE = new Model<>(0, "profile", ProfileDocument.class);

    /** Key {@code ""}. */
    public static final Model<DashboardDocument> DASHBOARD = new Model<>(1, "dashboard", DashboardDocument.class);

    /** Key the month, such as {@code 2026-11}. */
    public static final Model<MonthDocument> CALENDAR = new Model<>(2, "calendar", MonthDocument.class);

    /** Key {@code ""}. */
    public static final Model<SettingsDocument> SETTINGS = new Model<>(3, "settings", SettingsDocument.class);

    /** Key the month, such as {@code 2026-11}. */
    public static final Model<AnalyticsDocument> ANALYTICS = new Model<>(4, "analytics", AnalyticsDocument.class);

    static final List<Model<?>> ALL = List.of(PROFILE, DASHBOARD, CALENDAR, SETTINGS, ANALYTICS);

    @Override
    public int compareTo(Model<?> other) {
        return Integer.compare(number, other.number);
    }
}
