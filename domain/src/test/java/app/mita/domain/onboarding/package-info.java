@NullMarked
package app.mita.domain.onboarding;

import org.jspecify.annotations.NullMarked;
