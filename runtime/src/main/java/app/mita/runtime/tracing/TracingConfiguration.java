package app.mita.runtime.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On where a collector is configured, or where the application has a {@link SpanExporter} of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
class TracingConfiguration {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 512;
    private static final int WAITING = 8_192;

    /** What is to be closed with the application. */
    record Provider(@Nullable SdkTracerProvider traces) implements DisposableBean {

        @Override
        public void destroy() {
            if (traces != null) {
                traces.close();
            }
        }
    }

    @Bean
    Provider tracerProvider(TracingProperties properties, ObjectProvider<SpanExporter> own) {
        var exporter = own.getIfAvailable(() -> exporter(properties));
        return new Provider(exporter == null ? null : provider(properties, exporter));
    }

    @Bean
    Tracing tracing(Provider provider) {
        return provider.traces == null ? Tracing.OFF : new Tracing(provider.traces.get("app.mita"));
    }

    private static @Nullable SpanExporter exporter(TracingProperties properties) {
        return properties.endpoint().isBlank()
                ? null
                : OtlpHttpSpanExporter.builder()
                        .setEndpoint(properties.endpoint())
                        .build();
    }

    private static SdkTracerProvider provider(TracingProperties properties, SpanExporter exporter) {
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE, properties.service()))))
                // Not the parent's decision: a client must not be able to have everything recorded.
                .setSampler(Sampler.traceIdRatioBased(properties.sampled()))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EVERY)
                        .setMaxExportBatchSize(AT_ONCE)
                        .setMaxQueueSize(WAITING)
                        .build())
                .build();
    }
}
