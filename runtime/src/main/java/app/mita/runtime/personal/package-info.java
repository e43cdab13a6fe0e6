/** Personal text: each user's own key, and events encrypted with it. */
@NullMarked
package app.mita.runtime.personal;

import org.jspecify.annotations.NullMarked;
