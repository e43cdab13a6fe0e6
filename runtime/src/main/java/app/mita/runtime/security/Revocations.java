package app.mita.runtime.security;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tokens that are refused before their time. */
public interface Revocations {

    /**
     * Refuses every access token of these sessions. Completes when every running service refuses them.
     *
     * @param until when the last of their access tokens ends by itself
     */
    Mono<Void> revokeSessions(Collection<UUID> sessions, Instant until);

    /** Refuses one access token. Completes when every running service refuses it. */
    Mono<Void> revokeToken(UUID tokenId, Instant until);

    /** Whether memory alone tells that this caller's token is not refused. */
    boolean surelyLive(UUID session, UUID tokenId);

    /** Whether this caller's token is refused; answered from memory while this node is known to be up to date. */
    Mono<Boolean> revoked(UUID session, UUID tokenId);
}
