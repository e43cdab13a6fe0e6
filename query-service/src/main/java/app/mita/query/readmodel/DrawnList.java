package app.mita.query.readmodel;

/**
 * A list's data as JSON bytes, which are never changed, and which rows it was drawn from.
 *
 * @param digest of the rows' keys and positions; within a generation they name one list
 */
record DrawnList(int generation, long digest, byte[] json) {}
