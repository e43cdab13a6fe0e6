package app.mita.runtime.web;

/**
 * One thing wrong with a request.
 *
 * @param field such as {@code body.income.monthly_income}, {@code query.limit}, {@code path.goal_id}
 * @param type  a word for programs, as the original has them: {@code missing}, {@code greater_than}, …
 */
record FieldError(String field, String message, String type) {}
