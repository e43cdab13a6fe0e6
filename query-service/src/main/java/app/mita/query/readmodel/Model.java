package app.mita.query.readmodel;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.calendar.MonthDocument;
import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.profile.ProfileDocument;

/**
 * A read model whose documents are read by key.
 *
 * @param name of the projection and of its table in schema {@code read_model}
 * @param <D>  the document
 */
public record Model<D>(String name, Class<D> documentType) {

    /** Key {@code ""}. */
    public static final Model<ProfileDocument> PROFILE = new Model<>("profile", ProfileDocument.class);

    /** Key {@code ""}. */
    public static final Model<DashboardDocument> DASHBOARD = new Model<>("dashboard", DashboardDocument.class);

    /** Key the month, such as {@code 2026-11}. */
    public static final Model<MonthDocument> CALENDAR = new Model<>("calendar", MonthDocument.class);

    /** Key {@code ""}. */
    public static final Model<SettingsDocument> SETTINGS = new Model<>("settings", SettingsDocument.class);

    /** Key the month, such as {@code 2026-11}. */
    public static final Model<AnalyticsDocument> ANALYTICS = new Model<>("analytics", AnalyticsDocument.class);
}
