package app.mita.command.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The public keys for whoever checks our tokens (RFC 7517). */
@RestController
class JwksController {

    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    Mono<Map<String, Object>> keys() {
        return keys.all().map(all -> new JWKSet(
                        all.stream().map(key -> (JWK) key.pair().toPublicJWK()).toList())
                .toJSONObject(true));
    }
}
