/** The questions a user answers once, and the budget and calendar that follow (core.md section 5). */
@NullMarked
package app.mita.command.onboarding;

import org.jspecify.annotations.NullMarked;
