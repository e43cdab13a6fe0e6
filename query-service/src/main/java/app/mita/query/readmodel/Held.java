package app.mita.query.readmodel;

/** A document's place and which state of it is known. */
record Held(DocumentKey<?> key, Version version) {

    static Held nothing(DocumentKey<?> key) {
        return new Held(key, Version.UNKNOWN);
    }
}
