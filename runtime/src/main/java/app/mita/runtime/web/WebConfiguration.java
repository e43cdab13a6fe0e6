package app.mita.runtime.web;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

    /** Off: it would cost each request more than our whole filter. RequestTimer measures what we need. */
    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    WebFluxRegistrations bothSpellings() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new BothSpellings();
            }
        };
    }

    /** Answers are JSON whatever a client accepts, as in the original. */
    @Bean
    WebFluxConfigurer contentType() {
        return new WebFluxConfigurer() {
            @Override
            public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
                builder.fixedResolver(MediaType.APPLICATION_JSON, MediaType.ALL);
            }
        };
    }

    @Bean
    NettyServerCustomizer ownRefusals(NettyErrors errors) {
        return server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, NettyErrors.class.getSimpleName(), errors));
    }

    @Bean
    SmartInitializingSingleton decimalNumbers(RequestMappingHandlerAdapter adapter) {
        return () -> {
            if (adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer initializer) {
                initializer.setPropertyEditorRegistrar(DecimalNumbers::register);
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    CorsWebFilter corsFilter(CorsProperties properties) {
        var listed = new CorsConfiguration();
        listed.setAllowedOrigins(properties.allowedOrigins());
        listed.setAllowCredentials(true);
        listed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"));
        listed.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key", "Prefer", "X-Request-ID", "Accept-Language"));
        listed.setExposedHeaders(
                List.of("X-Request-ID", "X-Response-Time-Ms", "Mita-Read-Model", "Preference-Applied", "Retry-After"));
        listed.setMaxAge(PREFLIGHT_AGE);
        return new CorsWebFilter(everywhere -> listed, new ListedOrigins());
    }
}
