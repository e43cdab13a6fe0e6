package app.mita.command.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;

/**
 * Does together what arrived while earlier work was in flight: the busier it is, the more shares one round trip, and
 * when nothing is in flight nobody waits for company.
 *
 * @param <Q> what is asked
 * @param <A> its answer
 */
final class Gatherer<Q, A> {

    private final int inFlightAtMost;
    private final int weightAtMost;
    private final ToIntFunction<Q> weight;
    private final Function<List<Q>, Mono<List<A>>> work;

    /** Guards the two below. */
    private final Object lock = new Object();

    private final Queue<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int inFlight;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * @param inFlightAtMost groups that are worked on at the same time
     * @param weightAtMost   of a group; a question of that weight or more goes alone
     * @param work           gives the answers in the order of the questions; an answer may be null inside the list
     */
    Gatherer(int inFlightAtMost, int weightAtMost, ToIntFunction<Q> weight, Function<List<Q>, Mono<List<A>>> work) {
        this.inFlightAtMost = inFlightAtMost;
        this.weightAtMost = weightAtMost;
        this.weight = weight;
        this.work = work;
    }

    /** Fails as the work on its group does. */
    CompletableFuture<A> ask(Q question) {
        var asked = new Asked<Q, A>(question, new CompletableFuture<>());
        List<Asked<Q, A>> group;
        synchronized (lock) {
            waiting.add(asked);
            group = nextGroup();
        }
        work(group);
        return asked.answer;
    }

    private List<Asked<Q, A>> nextGroup() {
        if (inFlight >= inFlightAtMost || waiting.isEmpty()) {
            return List.of();
        }
        inFlight++;
        var group = new ArrayList<Asked<Q, A>>();
        var total = 0;
        do {
            var asked = waiting.remove();
            group.add(asked);
            total += weight.applyAsInt(asked.question);
        } while (!waiting.isEmpty() && total + weight.applyAsInt(waiting.element().question) <= weightAtMost);
        return group;
    }

    private void work(List<Asked<Q, A>> group) {
        if (!group.isEmpty()) {
            Mono.defer(() -> work.apply(group.stream().map(Asked::question).toList()))
                    .subscribe(answers -> answer(group, answers), failure -> fail(group, failure));
        }
    }

    /** Answers first, so that what the answered ask next is in the next group together. */
    private void answer(List<Asked<Q, A>> group, List<A> answers) {
        for (int nth = 0; nth < group.size(); nth++) {
            group.get(nth).answer.complete(answers.get(nth));
        }
        goOn();
    }

    private void fail(List<Asked<Q, A>> group, Throwable failure) {
        group.forEach(asked -> asked.answer.completeExceptionally(failure));
        goOn();
    }

    private void goOn() {
        List<Asked<Q, A>> group;
        synchronized (lock) {
            inFlight--;
            group = nextGroup();
        }
        work(group);
    }
}
