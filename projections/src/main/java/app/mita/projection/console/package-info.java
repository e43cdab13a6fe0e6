/**
 * The operators' console under {@code /ops}: pages rendered here, with the same verbs, rights and record of deeds as the
 * routes beside them ({@code operations}). Pages work without scripts; htmx keeps the moving parts fresh. Nothing here
 * stores anything but through those services, and nothing personal is shown.
 */
@NullMarked
package app.mita.projection.console;

import org.jspecify.annotations.NullMarked;
