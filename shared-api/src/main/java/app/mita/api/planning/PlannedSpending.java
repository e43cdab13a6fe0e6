package app.mita.api.planning;

import app.mita.api.money.Money;

/** One category on one day of a month's plan (planning.md, plan). */
public record PlannedSpending(Money planned, Money spent) {}
