/** Personal text: each user's own key, events encrypted with it, and the master keys that it all rests on. */
@NullMarked
package app.mita.runtime.personal;

import org.jspecify.annotations.NullMarked;
