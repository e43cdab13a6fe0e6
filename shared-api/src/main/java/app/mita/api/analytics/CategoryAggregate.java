package app.mita.api.analytics;

import app.mita.api.money.Money;

/**
 * One category over the days of a calendar that was sent (planning.md, aggregate).
 *
 * @param savings planned minus spent; negative when it was overspent
 */
public record CategoryAggregate(Money planned, Money spent, Money savings) {}
