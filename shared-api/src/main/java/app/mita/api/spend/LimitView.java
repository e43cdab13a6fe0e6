package app.mita.api.spend;

import app.mita.api.money.Money;

/** What a category's day may cost (planning.md, small engines). */
public record LimitView(Money limit) {}
