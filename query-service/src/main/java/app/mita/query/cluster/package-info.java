/** What kind of spender the user is. */
@NullMarked
package app.mita.query.cluster;

import org.jspecify.annotations.NullMarked;
