/** HTTP as the contract has it: envelope, errors, headers, both spellings of a path, what counts as text. */
@NullMarked
package app.mita.runtime.web;

import org.jspecify.annotations.NullMarked;
