package app.mita.command.identity;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Grants and the record of them, which cannot share a transaction with the log. So a grant is on record before it is
 * decided: none takes effect without. It ends there once the log has it; what a crash left in between is carried out
 * again, as the record says, and changes nothing the second time.
 */
@Component
class Grants {

    static final String VERB = "grant";
    private static final String USER = "user_id";
    private static final String ACCESS = "access";

    private static final String REQUESTED = "requested";
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    /** A grant younger than this is in the hands of the node that was asked for it. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private final Operations operations;
    private final Commands commands;

    Grants(Operations operations, Commands commands) {
        this.operations = operations;
        this.commands = commands;
    }

    /** Of a deed of this verb. */
    static Map<String, Object> arguments(UUID user, Access access) {
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put(USER, user);
        arguments.put(ACCESS, access);
        return arguments;
    }

    /**
     * @return fails with CONFLICT when the id belongs to another operation, and with NOT_FOUND when the account is not
     *     there (any more). A grant that failed otherwise is still on record as asked for, and is carried out later
     */
    Mono<Written<Operation>> grant(Deed deed) {
        return operations
                .request(deed, Mono::empty)
                .flatMap(asked -> asked.state().equals(REQUESTED) ? carryOut(asked) : Mono.just(unwritten(asked)))
                .filter(ended -> ended.result().state().equals(DONE))
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "This account does not exist any more.")));
    }

    /** Carries out what was asked of a node that did not live to do it. */
    Mono<Void> resume() {
        return operations.requested(VERB, IN_HAND).concatMap(this::carryOut).then();
    }

    private Mono<Written<Operation>> carryOut(Operation asked) {
        return commands.send(command(asked))
                .flatMap(written -> end(asked, DONE, Map.of("role", written.result()))
                        .map(ended -> new Written<>(ended, written.partition(), written.position())))
                .onErrorResume(
                        failure -> failure instanceof Refused refused && refused.code() == ErrorCode.NOT_FOUND,
                        gone -> end(asked, FAILED, Map.of("error", String.valueOf(gone.getMessage())))
                                .map(Grants::unwritten));
    }

    /** As the record has it then: of two that carried it out, the first one's. */
    private Mono<Operation> end(Operation asked, String state, Object result) {
        return operations.finish(asked.id(), state, result).then(Mono.defer(() -> operations.find(asked.id())));
    }

    private static GrantAccess command(Operation asked) {
        var arguments = MitaJson.mapper().valueToTree(asked.arguments());
        return new GrantAccess(
                UUID.fromString(arguments.path(USER).asString()),
                MitaJson.mapper().treeToValue(arguments.path(ACCESS), Access.class));
    }

    private static Written<Operation> unwritten(Operation operation) {
        return new Written<>(operation, 0, 0);
    }
}
