/** What amounts over time tell about a person's spending. */
@NullMarked
package app.mita.domain.analytics;

import org.jspecify.annotations.NullMarked;
