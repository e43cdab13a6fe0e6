package app.mita.runtime.security;

import app.mita.runtime.web.ErrorAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationWebFilter;
import org.springframework.security.web.server.authorization.ExceptionTranslationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An OAuth 2 resource server, with nothing in its chain that a stateless API has no use for. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final Mono<AuthorizationResult> GRANTED = Mono.just(new AuthorizationDecision(true));
    private static final Mono<AuthorizationResult> DENIED = Mono.just(new AuthorizationDecision(false));
    /** Well-formed ({"alg":"ES256"}, {}), signed by nobody. */
    private static final String NOBODYS_TOKEN = "eyJhbGciOiJFUzI1NiJ9.e30." + "A".repeat(86);

    private static final Duration JWKS_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http,
            TokenCheck tokens,
            OperatorToken operators,
            ErrorAnswers errors,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var refusals = new Refusals(errors, routes);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(translating(refusals), SecurityWebFiltersOrder.EXCEPTION_TRANSLATION)
                .addFilterAt(
                        new AuthorizationWebFilter(SecurityConfiguration::openOrSignedIn),
                        SecurityWebFiltersOrder.AUTHORIZATION)
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new BearerToken())
                        .authenticationManagerResolver(exchange -> Mono.just(operators.before(tokens, exchange)))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .build();
    }

    private static ExceptionTranslationWebFilter translating(Refusals refusals) {
        var filter = new ExceptionTranslationWebFilter();
        filter.setAuthenticationEntryPoint(refusals);
        filter.setAccessDeniedHandler(refusals);
        return filter;
    }

    /**
     * In place of the chain's own matchers: they compose a debug message for each request, whether or not it is logged.
     */
    private static Mono<AuthorizationResult> openOrSignedIn(
            Mono<Authentication> authentication, ServerWebExchange exchange) {
        return PublicRoutes.contain(exchange.getRequest())
                ? GRANTED
                : authentication
                        .filter(Authentication::isAuthenticated)
                        .flatMap(signedIn -> GRANTED)
                        .switchIfEmpty(DENIED);
    }

    /** Spring's own checks, but for the values of headers: its pattern costs more than all of our read together. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
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

    /** Malformed addresses and headers, refused before any route sees them. */
    @Bean
    ServerExchangeRejectedHandler rejectedExchanges(ErrorAnswers errors) {
        return errors::write;
    }
}
