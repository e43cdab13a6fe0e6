/** The read side: loads a row, renders it against the clock. A package a feature, and the machinery in {@code readmodel}. */
@NullMarked
package app.mita.query;

import org.jspecify.annotations.NullMarked;
