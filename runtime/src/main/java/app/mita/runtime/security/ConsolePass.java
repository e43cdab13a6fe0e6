package app.mita.runtime.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the browser keeps of who signed in to the console with the operators' common token: not the token, but their name
 * and an end, with a MAC that takes the token to make (HMAC with SHA-256, RFC 2104). So a stolen cookie opens the console's
 * pages for some hours and nothing else, and a new token ends every session.
 */
final class ConsolePass {

    /** A working day. */
    static final Duration VALID = Duration.ofHours(12);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("pass\\.([A-Za-z0-9_-]+\\.[0-9]{1,12})\\.([A-Za-z0-9_-]+)");

    private final byte[] secret;
    private final Clock clock;

    /** @param secret the operators' token; not empty */
    ConsolePass(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    String issue(String name) {
        var says = encoded(name.getBytes(StandardCharsets.UTF_8)) + "."
                + clock.instant().plus(VALID).getEpochSecond();
        return "pass." + says + "." + encoded(mac(says));
    }

    /** Whom it was issued to; null when it was not issued, or has ended. */
    @Nullable
    String holder(String text) {
        var pass = FORM.matcher(text);
        if (!pass.matches()
                || !MessageDigest.isEqual(
                        encoded(mac(pass.group(1))).getBytes(StandardCharsets.US_ASCII),
                        pass.group(2).getBytes(StandardCharsets.US_ASCII))) {
            return null;
        }
        int dot = pass.group(1).indexOf('.');
        long end = Long.parseLong(pass.group(1).substring(dot + 1));
        var name = Base64.getUrlDecoder().decode(pass.group(1).substring(0, dot));
        return clock.instant().getEpochSecond() < end ? new String(name, StandardCharsets.UTF_8) : null;
    }

    private byte[] mac(String says) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(("mita console " + says).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
