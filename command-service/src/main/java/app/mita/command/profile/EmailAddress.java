package app.mita.command.profile;

import app.mita.api.profile.ProfileDetails;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed and in lower case: the spelling under which it is unique.
 *
 * @param value at most 254 characters
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    /** Dot-separated atoms, then at least two labels; letters of any script. */
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])");

    /** Empty when this is no e-mail address. */
    public static Optional<EmailAddress> parse(String text) {
        var address = text.strip().toLowerCase(Locale.ROOT);
        var fits = address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL_PART
                && SHAPE.matcher(address).matches();
        return fits ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** @throws IllegalArgumentException when this is no e-mail address; for text that {@link EmailShape} let through */
    public static EmailAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    /** The address in a profile that is not erased. */
    public static EmailAddress of(ProfileDetails profile) {
        return of(Objects.requireNonNull(profile.email().value(), "erased"));
    }

    /** Never the address itself: it is personal. */
    @Override
    public String toString() {
        return "e-mail address";
    }
}
