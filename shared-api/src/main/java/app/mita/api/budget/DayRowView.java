package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.OffsetDateTime;

/**
 * One category on one day (planning.md, budget).
 *
 * @param date      the first moment of the local day, written with the offset that it has there
 * @param budget    planned
 * @param remaining negative when overspent
 * @param status    green, yellow or red
 */
public record DayRowView(
        OffsetDateTime date, String category, Money budget, Money spent, Money remaining, String status) {}
