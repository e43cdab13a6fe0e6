/** How a command is decided: deciders and their facts, and the gateway that runs them on Axon. */
@NullMarked
package app.mita.command.gateway;

import org.jspecify.annotations.NullMarked;
