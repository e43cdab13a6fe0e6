/** The API's description, generated. */
@NullMarked
package app.mita.runtime.documentation;

import org.jspecify.annotations.NullMarked;
