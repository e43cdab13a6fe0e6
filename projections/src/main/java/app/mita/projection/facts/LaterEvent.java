package app.mita.projection.facts;

/**
 * An event of a version, or with a word, that only later code knows. It does change a fact, so nothing is published until
 * such code takes over: as {@code docs/events} asks of every consumer.
 */
final class LaterEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaterEvent(String type, long position) {
        super("event %d, %s, is of a later version than this code".formatted(position, type));
    }
}
