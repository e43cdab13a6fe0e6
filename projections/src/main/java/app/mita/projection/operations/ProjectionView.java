package app.mita.projection.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A projection as operators see it.
 *
 * @param state       {@code running}; {@code paused} by an operator; {@code catching_up}; {@code waiting}: the live
 *     documents are of another version of the code than any node has; {@code stopped}: no node moves it
 * @param version     of the newest code
 * @param servesApp   whether answers to writes wait for it
 * @param next        what is being built beside the live generation
 * @param previous    what is kept to go back to
 * @param position    of the last event applied
 * @param lagEvents   that it has not applied; an estimate
 * @param lagSeconds  for how long it has had something to apply
 * @param rate        events a second, lately, over all nodes
 * @param deadLetters events of the live generation that failed, and those that wait behind them
 * @param failed      of the dead letters those that failed themselves
 * @param nodes       that move it
 * @param lastError   of a node that moves it, with its time in front; possibly long overcome
 */
public record ProjectionView(
        String name,
        String state,
        int version,
        boolean servesApp,
        GenerationView live,
        @Nullable GenerationView next,
        @Nullable GenerationView previous,
        long position,
        long lagEvents,
        double lagSeconds,
        double rate,
        long deadLetters,
        long failed,
        int nodes,
        @Nullable String lastError) {

    /**
     * A generation of a projection.
     *
     * @param version     of the code that its documents are of
     * @param origin      {@code first}, {@code replay} or {@code version}
     * @param state       {@code live}; {@code building}, {@code paused}, {@code ready} to be switched to, {@code held}:
     *     ready, but it does not become live by itself because more events have failed in it; {@code kept}
     * @param fromPosition of a replay that folds only some users anew; null for one of everything
     * @param applied     events, since it was begun
     * @param remaining   events; null while that is not known
     * @param progress    from 0 to 1; null while that is not known
     * @param rate        events a second; null while nobody builds it
     * @param etaSeconds  until it has caught up, at the present rate; null while that is not known
     * @param deadLetters events of this generation that failed, and those that wait behind them
     * @param failed      of the dead letters those that failed themselves
     * @param failure     why it does not get on; null while it does
     * @param builder     the node that builds it
     * @param resting     whether it leaves the machine to who uses the app, or to others who need it, and is slow therefore
     */
    public record GenerationView(
            int number,
            int version,
            String origin,
            String state,
            boolean switchesItself,
            @Nullable Long fromPosition,
            Instant startedAt,
            @Nullable Instant readyAt,
            long applied,
            @Nullable Long remaining,
            @Nullable Double progress,
            @Nullable Double rate,
            @Nullable Double etaSeconds,
            long deadLetters,
            long failed,
            @Nullable String failure,
            @Nullable String builder,
            boolean resting) {}
}
