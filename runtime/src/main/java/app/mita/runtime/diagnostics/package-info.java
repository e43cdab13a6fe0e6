/**
 * What /health/… tells beyond up or down: bare answers without the envelope, in the shapes of recorded.json. What /health
 * says to anyone anyone may know in more detail; figures of the machine, credentials and whatever makes us act are for
 * operators.
 */
@NullMarked
package app.mita.runtime.diagnostics;

import org.jspecify.annotations.NullMarked;
