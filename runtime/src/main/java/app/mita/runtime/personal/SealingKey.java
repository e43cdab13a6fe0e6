package app.mita.runtime.personal;

import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The master key that seals what is new. All nodes agree on it through the database, so that a node which is started with a
 * new key does not store what the others cannot read yet: the new one is taken up by {@link Rewrapping}, when all have it.
 * A node that lacks a key which something rests on does not start.
 */
@Component
final class SealingKey implements InitializingBean {

    private static final Duration START = Duration.ofSeconds(30);

    private final MasterKeys keys;
    private final MasterKeyRows rows;

    SealingKey(MasterKeys keys, MasterKeyRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    /** Waits, on the thread that starts the service: with the wrong master key nothing may begin. */
    @Override
    public void afterPropertiesSet() {
        begin().then(Mono.defer(this::check)).block(START);
    }

    /** Asked for anew each time: few things are sealed, and after a change none may be with the key before. */
    Mono<MasterKey> now() {
        return rows.takenUp().flatMap(id -> Mono.justOrEmpty(keys.withId(id))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("master key " + id
                        + " was taken up, and this process does not have it: restart it with that one configured"))));
    }

    /** @return whether it was another one before */
    Mono<Boolean> takeUpCurrent() {
        var current = keys.current().id();
        return rows.takenUp()
                .flatMap(id -> id.equals(current)
                        ? Mono.just(false)
                        : rows.takeUp(current).thenReturn(true));
    }

    /** What was stored before keys had ids rests on one key alone: any of it says on which. */
    private Mono<Void> begin() {
        return rows.takenUp().hasElement().flatMap(known -> known ? Mono.empty() : eldest().flatMap(rows::takeUpFirst));
    }

    private Mono<String> eldest() {
        return Flux.just(SealedKind.USER_KEY, SealedKind.SIGNING_KEY, SealedKind.LETTER)
                .concatMap(kind -> rows.others(kind, null, null, 1)
                        .flatMapIterable(values -> values)
                        .map(value -> keys.under(kind, value.id(), value.sealed())
                                .orElseThrow(() -> missing("another master key"))
                                .id()))
                .next()
                .defaultIfEmpty(keys.current().id());
    }

    private Mono<Void> check() {
        return rows.foreign(keys.ids())
                .flatMap(id -> Mono.<Boolean>error(() -> missing("master key " + id)))
                .switchIfEmpty(Mono.defer(() ->
                        rows.takenUp().flatMap(id -> keys.withId(id).isPresent() ? Mono.just(false) : takeUpCurrent())))
                .then();
    }

    private IllegalStateException missing(String what) {
        return new IllegalStateException("personal data rests on %s, and configured is %s: add that key to %s"
                .formatted(what, String.join(", ", keys.ids()), PersonalDataProperties.PREVIOUS));
    }
}
