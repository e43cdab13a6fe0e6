package app.mita.api.analytics;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a user spent on a category on a day: a fact for those who want tables instead of events. Its key on Kafka is
 * {@code <user>/<day>/<category>}; a record without a value says that nothing is spent there any more, or that the user
 * is gone.
 *
 * @param userId   of the user; tells nothing about the person
 * @param day      local to the user
 * @param count    of the transactions; at least 1
 * @param total    of their amounts
 * @param position of the event that made it so, in the log; grows with every change of the fact
 */
public record DailySpending(UUID userId, LocalDate day, Category category, int count, Money total, long position) {}
