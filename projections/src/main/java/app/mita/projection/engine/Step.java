package app.mita.projection.engine;

/** Where a crash can cut a batch's way. Tests crash at each of them. */
enum Step {
    CLAIMED,
    RECEIVED,
    DECODED,
    LOADED,
    FOLDED,
    STORING,
    STORED;

    /** Told of each step as it is reached; in tests it throws. */
    @FunctionalInterface
    interface Watcher {
        Watcher NONE = step -> {};

        void reached(Step step);
    }
}
