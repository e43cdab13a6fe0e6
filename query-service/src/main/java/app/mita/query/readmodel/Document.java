package app.mita.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * A document as its row held it when it was read.
 *
 * @param value null when there was no row
 */
record Document<D>(@Nullable D value, Version version) {}
