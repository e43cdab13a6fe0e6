/** PostgreSQL: migrations at start-up, pools of connections, and listening to what others announce. */
@NullMarked
package app.mita.runtime.database;

import org.jspecify.annotations.NullMarked;
