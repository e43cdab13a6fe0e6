package app.mita.runtime.security;

import app.mita.runtime.web.ErrorAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** An OAuth 2 resource server: signed tokens of one issuer, whose keys are fetched from it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Well-formed ({"alg":"ES256"}, {}), signed by nobody. */
    private static final String NOBODYS_TOKEN = "eyJhbGciOiJFUzI1NiJ9.e30." + "A".repeat(86);

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Duration JWKS_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            TokenCheck tokens,
            OperatorToken operators,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var filter = new TokenFilter(tokens, operators, routes);
        return new MatcherSecurityWebFilterChain(exchange -> MatchResult.match(), List.of(filter));
    }

    /** Spring's own checks, but for the values of headers: its pattern costs more than all of our read together. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHttpMethods(METHODS);
        firewall.setAllowedHeaderValues(SecurityConfiguration::isPrintable);
        return firewall;
    }

    /** @param value null for a header that was asked for and is not there */
    private static boolean isPrintable(@Nullable String value) {
        if (value == null) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7f && (!Character.isDefined(c) || Character.isISOControl(c))) {
                return false;
            }
        }
        return true;
    }

    @Bean
    TokenCheck tokenCheck(
            ReactiveJwtDecoder decoder, SecurityProperties properties, Clock clock, Revocations revocations) {
        return new TokenCheck(decoder, new Claims(properties, clock), revocations);
    }

    /**
     * Has the issuer's keys at hand before the first token comes: a crowd of first tokens would each fetch them. An issuer
     * that is not up yet is asked again at the first token.
     */
    @Bean
    ApplicationListener<ApplicationReadyEvent> keysAtHand(ReactiveJwtDecoder decoder) {
        return ready -> decoder.decode(NOBODYS_TOKEN).onErrorComplete().subscribe();
    }

    /** Checks signatures; what the claims must say is {@link Claims}. */
    @Bean
    ReactiveJwtDecoder jwtDecoder(
            SecurityProperties properties, Environment environment, ReactorResourceFactory resources) {
        return new SupplierReactiveJwtDecoder(() -> {
            var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(jwksUri(properties, environment))
                    .webClient(WebClient.builder()
                            .clientConnector(new ReactorClientHttpConnector(
                                    resources, client -> client.responseTimeout(JWKS_TIMEOUT)))
                            .build())
                    .jwsAlgorithms(
                            accepted -> accepted.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                    .build();
            decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
            return decoder;
        });
    }

    private static String jwksUri(SecurityProperties properties, Environment environment) {
        var configured = properties.jwksUri();
        return configured != null
                ? configured
                : "http://127.0.0.1:%s/.well-known/jwks.json".formatted(environment.getProperty("local.server.port"));
    }

    @Bean
    WebFluxConfigurer callers() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument(), new OperatorArgument());
            }
        };
    }

    /** Malformed addresses and headers, refused before any route sees them, and methods that no route has. */
    @Bean
    ServerExchangeRejectedHandler rejectedExchanges(
            ErrorAnswers errors, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return (exchange, rejected) -> METHODS.contains(exchange.getRequest().getMethod())
                ? errors.write(exchange, rejected)
                : routes.getHandler(exchange)
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                        .flatMap(route -> Mono.<Void>error(rejected))
                        .onErrorResume(failure -> errors.write(exchange, failure));
    }
}
