/** What a month's plan and its spending say: where it leads, where money can be saved, how income divides. */
@NullMarked
package app.mita.domain.budget;

import org.jspecify.annotations.NullMarked;
