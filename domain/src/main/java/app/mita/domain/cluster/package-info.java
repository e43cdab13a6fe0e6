/** What kind of spender a person is. */
@NullMarked
package app.mita.domain.cluster;

import org.jspecify.annotations.NullMarked;
