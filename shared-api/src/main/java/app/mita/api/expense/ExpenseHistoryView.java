package app.mita.api.expense;

import java.util.List;

/**
 * The last days' expenses, the newest first (core.md section 8).
 *
 * @param totalCount how many there are in {@code expenses}
 */
public record ExpenseHistoryView(List<ExpenseView> expenses, int totalCount, int periodDays) {}
