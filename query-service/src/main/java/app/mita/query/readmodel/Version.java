package app.mita.query.readmodel;

/**
 * Which state of a row a document is: the generation of its model and the position of the last event in it. Within a
 * generation a position names one document.
 */
record Version(int generation, long position) {

    /** Of a row that is not there: positions start at 1. */
    static final Version NONE = new Version(0, 0);
}
