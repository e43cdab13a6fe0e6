/**
 * What we publish for analytics consumers, {@code docs/events}, made from the records and their comments, and the tests
 * that hold the committed files to it.
 */
@NullMarked
package app.mita.api.published;

import org.jspecify.annotations.NullMarked;
