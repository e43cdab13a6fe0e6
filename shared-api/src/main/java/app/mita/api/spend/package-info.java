/** What a day of a posted calendar says of a category. */
@NullMarked
package app.mita.api.spend;

import org.jspecify.annotations.NullMarked;
