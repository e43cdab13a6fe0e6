package app.mita.api.budget;

import java.util.List;

/** @param events the newest first */
public record RedistributionHistoryView(int count, List<RedistributionDocument> events) {}
