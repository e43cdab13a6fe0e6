/** How a month's money is divided, from a user's answers and their region's figures. */
@NullMarked
package app.mita.domain.onboarding;

import org.jspecify.annotations.NullMarked;
