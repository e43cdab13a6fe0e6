/** Load and comparison runs against a running system: what design.md promises, as ratios in one run. */
@NullMarked
package app.mita.benchmarks;

import org.jspecify.annotations.NullMarked;
