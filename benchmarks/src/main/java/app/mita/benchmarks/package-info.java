/** Load and comparison runs against a running system: what is promised about speed, as ratios in one run. */
@NullMarked
package app.mita.benchmarks;

import org.jspecify.annotations.NullMarked;
