/** Facts about a month's plan. */
@NullMarked
package app.mita.api.planning;

import org.jspecify.annotations.NullMarked;
