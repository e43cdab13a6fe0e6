/** A sample consumer of the events; see README.md. */
@NullMarked
package app.mita.examples;

import org.jspecify.annotations.NullMarked;
