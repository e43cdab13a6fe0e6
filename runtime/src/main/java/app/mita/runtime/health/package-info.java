/** What /health says of each part. */
@NullMarked
package app.mita.runtime.health;

import org.jspecify.annotations.NullMarked;
