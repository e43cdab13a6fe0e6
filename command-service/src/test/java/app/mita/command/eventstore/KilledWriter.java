package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.renamed;

import app.mita.embedded.TestDatabase;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appends for ever and says each acknowledged position on its own line, until its process is killed. */
final class KilledWriter {

    private static final int WRITERS = 16;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        var node = new EventStoreNode(new TestDatabase(
                arguments[0], Integer.parseInt(arguments[1]), arguments[2], arguments[3], arguments[4]));
        var user = node.user();
        Flux.range(0, WRITERS)
                .flatMap(
                        writer -> Flux.range(0, Integer.MAX_VALUE)
                                .concatMap(nth -> Mono.fromFuture(node.append(
                                        AppendCondition.none(), renamed(user, writer + "/" + nth, Instant.EPOCH)))),
                        WRITERS)
                .doOnNext(position -> System.out.println("acknowledged " + position))
                .blockLast();
    }
}
