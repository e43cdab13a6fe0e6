package app.mita.api.calendar;

import app.mita.api.money.Money;

/**
 * One category on one day.
 *
 * @param status green, yellow or red
 */
public record PlannedCategory(Money planned, Money spent, String status) {}
