package app.mita.runtime.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param token what Prometheus presents as its bearer token; empty: there is no /metrics */
@ConfigurationProperties("mita.metrics")
record MetricsProperties(@DefaultValue("") String token) {

    /** Never the token. */
    @Override
    public String toString() {
        return "metrics";
    }
}
