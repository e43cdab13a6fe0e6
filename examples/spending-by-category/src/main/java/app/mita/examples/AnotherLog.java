package app.mita.examples;

/** The topic has not the events that the table was made from: going on would mix two histories. */
final class AnotherLog extends RuntimeException {

    AnotherLog(String message) {
        super(message);
    }
}
