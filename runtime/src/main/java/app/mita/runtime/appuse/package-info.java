/** Whether people are using the app, known to all services. */
@NullMarked
package app.mita.runtime.appuse;

import org.jspecify.annotations.NullMarked;
