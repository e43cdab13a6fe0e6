/** Tests of the samples, this one and the one in Python, as the processes that a newcomer runs. */
@NullMarked
package app.mita.examples;

import org.jspecify.annotations.NullMarked;
