/** Facts about accounts; never their secrets. */
@NullMarked
package app.mita.api.identity;

import org.jspecify.annotations.NullMarked;
