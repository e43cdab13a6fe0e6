package app.mita.query.readmodel;

import java.util.List;

/**
 * A list of one user's rows and what is shown of them. Equal instances are one list: its answer is kept until a row in it
 * changes, comes or goes.
 */
public interface RowList {

    /** The model that the rows are of; also its table's name. */
    String model();

    /**
     * SQL of the rows, with columns key, position, document and sort_at, the newest first; a constant of the program. It
     * reads generation {@code live.generation} of user {@code wanted.user_id} by parameters {@code wanted.p1},
     * {@code wanted.p2} …, which are text.
     */
    String rows();

    /** As many for every list of the same rows. */
    List<String> parameters();

    /** Rows that the database looks at for it, at most. */
    long weight();

    /**
     * The data to answer with, as JSON.
     *
     * @param documents of the rows, in their order, as a JSON array
     */
    byte[] draw(byte[] documents);
}
