/**
 * What operators see and do: one service for each group of verbs ({@code Projections} shows, {@code Replays} builds and
 * switches, {@code Pauses} holds), each with the same words as the routes under {@code /ops/} and the command line. Every
 * deed is an {@code Operation}: done once for its id, in one transaction with the record of who did it and why. Deeds are
 * rows, so that any node can be asked; the engine of whichever node is concerned sees them.
 */
@NullMarked
package app.mita.projection.operations;

import org.jspecify.annotations.NullMarked;
