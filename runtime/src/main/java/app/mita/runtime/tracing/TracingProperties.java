package app.mita.runtime.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go.
 *
 * @param endpoint a collector's OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; empty: nothing is traced
 * @param service  this process' name in traces
 * @param sampled  share of the traces that are recorded, 0 to 1; decided by the trace's id, so everywhere alike
 */
@ConfigurationProperties("mita.tracing")
record TracingProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("mita") String service,
        @DefaultValue("1") double sampled) {}
