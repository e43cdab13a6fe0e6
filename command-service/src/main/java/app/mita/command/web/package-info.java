/** What bodies of writes have in common: constraints that more than one feature needs. */
@NullMarked
package app.mita.command.web;

import org.jspecify.annotations.NullMarked;
