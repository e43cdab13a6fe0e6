/** What onboarding asks. */
@NullMarked
package app.mita.query.onboarding;

import org.jspecify.annotations.NullMarked;
