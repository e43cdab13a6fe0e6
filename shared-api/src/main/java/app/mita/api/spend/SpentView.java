package app.mita.api.spend;

import app.mita.api.money.Money;

/** What a category's day has cost (planning.md, small engines). */
public record SpentView(Money spent) {}
