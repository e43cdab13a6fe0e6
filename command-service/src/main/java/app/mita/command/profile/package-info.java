/** Who a user is to every decision ({@link app.mita.command.profile.Account}), and changes of the profile. */
@NullMarked
package app.mita.command.profile;

import org.jspecify.annotations.NullMarked;
