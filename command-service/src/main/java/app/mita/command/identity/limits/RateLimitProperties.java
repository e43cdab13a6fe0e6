package app.mita.command.identity.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests a minute on each node. Generous: they stop floods, not people.
 *
 * @param enabled         false for load tests (MITA_RATE_LIMITS_ENABLED)
 * @param loginPerAccount logins to one account, from wherever
 */
@ConfigurationProperties("mita.rate-limits")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("60") int register,
        @DefaultValue("60") int login,
        @DefaultValue("120") int refresh,
        @DefaultValue("20") int reset,
        @DefaultValue("20") int loginPerAccount) {}
