/** How the app is used: events for the analytics topic, on which nothing is decided (planning.md). */
@NullMarked
package app.mita.command.analytics;

import org.jspecify.annotations.NullMarked;
