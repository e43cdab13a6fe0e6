/**
 * MITA as one process that needs Java alone: the three services in one Spring context, with a PostgreSQL and a Kafka
 * of their own, and the commands that run it ({@code ./mita up|down|status|grant}).
 *
 * <p>Nothing here knows a rule of the domain. What a service needs from outside (addresses, secrets) it gets as
 * properties, exactly as when the services run apart.
 */
@NullMarked
package app.mita.standalone;

import org.jspecify.annotations.NullMarked;
