/**
 * Read-your-writes: a write's answer waits until the read models that serve the app show it. Controllers use
 * {@link app.mita.command.progress.ReadYourWrites}.
 */
@NullMarked
package app.mita.command.progress;

import org.jspecify.annotations.NullMarked;
