/** What users say of themselves. */
@NullMarked
package app.mita.api.profile;

import org.jspecify.annotations.NullMarked;
