/** The answers to the first questions and the budget made from them. */
@NullMarked
package app.mita.api.onboarding;

import org.jspecify.annotations.NullMarked;
