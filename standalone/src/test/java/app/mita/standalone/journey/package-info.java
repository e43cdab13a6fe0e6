/** The whole system through its HTTP API, as the mobile client and the contract's recordings use it. */
@NullMarked
package app.mita.standalone.journey;

import org.jspecify.annotations.NullMarked;
