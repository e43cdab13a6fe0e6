package app.mita.command.identity.google;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ID tokens come from and whom they are for.
 *
 * @param clientId our own at the issuer; null refuses every token
 */
@ConfigurationProperties("mita.google")
record GoogleProperties(
        @DefaultValue({"https://accounts.google.com", "accounts.google.com"})
        List<String> issuer,

        @DefaultValue("https://www.googleapis.com/oauth2/v3/certs")
        URI jwksUri,

        @Nullable String clientId) {

    boolean isEnabled() {
        return clientId != null && !clientId.isBlank();
    }
}
