package app.mita.query.readmodel;

/**
 * Which state of a row a document is: the generation of its model and the position of the last event in it, 0 when there
 * is no row. Within a generation a position names one document.
 */
record Version(int generation, long position) {

    /** Of what is not held: no row has it, so that even the row's absence is news. */
    static final Version UNKNOWN = new Version(-1, -1);
}
