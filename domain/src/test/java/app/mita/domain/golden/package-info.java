/** Reading of golden cases. */
@NullMarked
package app.mita.domain.golden;

import org.jspecify.annotations.NullMarked;
