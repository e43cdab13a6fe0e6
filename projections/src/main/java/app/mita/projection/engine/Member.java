package app.mita.projection.engine;

/**
 * A projection in its live generation, as this node sees it.
 *
 * @param held    not folded here: it is paused, or its documents belong to another version of the code
 * @param awaited whether answers to writes wait for it
 */
record Member(Projection projection, boolean held, boolean awaited) {}
