package app.mita.command.profile;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps every e-mail address with one user at most. An address is claimed before the command that makes it the user's,
 * and confirmed after; the log decides what became of a claim whose process died in between.
 */
@Component
public final class EmailClaims {

    /** Longer than any command may take: past it, nobody is coming back for the claim. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final EmailRows rows;
    private final EmailHashes hashes;
    private final Commands commands;
    private final Clock clock;

    EmailClaims(EmailRows rows, EmailHashes hashes, Commands commands, Clock clock) {
        this.rows = rows;
        this.hashes = hashes;
        this.commands = commands;
        this.clock = clock;
    }

    /** Who holds the address, confirmed or about to be; empty when nobody does. */
    public Mono<UUID> holder(EmailAddress address) {
        return rows.find(hashes.of(address)).map(EmailRow::user);
    }

    /**
     * Claims the address together with what must be stored along with it.
     *
     * @param along runs in the claim's transaction
     * @return fails with ALREADY_EXISTS when another user holds the address, and with CONFLICT when this user is
     *     changing theirs at the same moment
     */
    public Mono<Void> claim(EmailAddress address, UUID user, Mono<Void> along) {
        var hash = hashes.of(address);
        var attempt = Mono.defer(() -> rows.claim(hash, user, clock.instant(), along));
        return attempt.flatMap(claimed -> claimed
                ? Mono.<Void>empty()
                : settle(hash).then(attempt).flatMap(second -> second ? Mono.<Void>empty() : refuse(hash)));
    }

    private Mono<Void> refuse(byte[] hash) {
        return rows.find(hash)
                .hasElement()
                .flatMap(taken -> Mono.error(
                        taken
                                ? new Refused(ErrorCode.ALREADY_EXISTS, "There is an account with this e-mail address.")
                                : new Refused(ErrorCode.CONFLICT, "The e-mail address is being changed right now.")));
    }

    /**
     * Makes the claimed address the user's only one, as their account now says.
     *
     * @return false when the claim was given up for abandoned and someone else has the address by now
     */
    public Mono<Boolean> confirm(EmailAddress address, UUID user) {
        return rows.confirm(hashes.of(address), user, clock.instant());
    }

    /** Gives up a claim that led to nothing. */
    public Mono<Void> release(EmailAddress address, UUID user) {
        return rows.releaseOf(hashes.of(address), user);
    }

    /** Frees every address of a user. */
    public Mono<Void> forget(UUID user) {
        return rows.forget(user);
    }

    /** Settles every claim that was left behind. */
    public Mono<Void> settleAbandoned() {
        return rows.claimedBefore(clock.instant().minus(ABANDONED_AFTER))
                .concatMap(this::settle)
                .then();
    }

    private Mono<Void> settle(byte[] hash) {
        return rows.find(hash).filter(row -> !row.confirmed()).flatMap(this::settle);
    }

    private Mono<Void> settle(EmailRow row) {
        return commands.send(new FindAccount(row.user())).map(Written::result).flatMap(account -> {
            if (isOf(account, row.hash())) {
                return rows.confirm(row.hash(), row.user(), clock.instant()).then();
            }
            var abandoned = clock.instant().minus(ABANDONED_AFTER);
            return row.claimedAt().isBefore(abandoned) ? rows.release(row) : Mono.empty();
        });
    }

    private boolean isOf(Account account, byte[] hash) {
        return account.exists() && Arrays.equals(hashes.of(EmailAddress.of(account.profile())), hash);
    }

    /** A row of {@code identity.email}. */
    record EmailRow(byte[] hash, UUID user, boolean confirmed, Instant claimedAt) {}
}
