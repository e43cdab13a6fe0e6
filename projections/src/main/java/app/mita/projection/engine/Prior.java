package app.mita.projection.engine;

/** What an event needs of the document that is there before it. */
public enum Prior {
    /** The fold is shown it. */
    SHOWN,

    /**
     * What the event makes of it does not depend on it. The engine does not load it, and the fold may get null for one
     * that exists.
     */
    REPLACED,

    /**
     * There can be none: the event is the first under its keys, or follows a removal. The engine does not look, and
     * stores many such documents in the cheapest way; where there is one after all, it is replaced.
     */
    NONE
}
