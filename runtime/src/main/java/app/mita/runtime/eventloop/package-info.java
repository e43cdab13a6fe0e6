/** The threads that do all input and output, HTTP and database alike. */
@NullMarked
package app.mita.runtime.eventloop;

import org.jspecify.annotations.NullMarked;
