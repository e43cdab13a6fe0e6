/** Figures for Prometheus. */
@NullMarked
package app.mita.runtime.metrics;

import org.jspecify.annotations.NullMarked;
