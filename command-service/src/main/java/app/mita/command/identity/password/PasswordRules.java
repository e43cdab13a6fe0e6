package app.mita.command.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which passwords are good enough for a new one (core.md section 3). */
public final class PasswordRules {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    private static final Pattern FOUR_EQUAL = Pattern.compile("(.)\\1{3}", Pattern.DOTALL);
    private static final List<String> WALKS = List.of("12345", "abcde", "qwerty");
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Reads the common passwords from the class path, which blocks: at a start, so that no event loop has to. */
    static void prepare() {
        // The class is initialised with the call.
    }

    /** What is wrong with it, for its owner to read; empty when it is good enough. */
    static Optional<String> flaw(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (!isText(password)) {
            return Optional.of("must be text: it has half of a character");
        }
        if (password.chars().noneMatch(Character::isLowerCase)) {
            return Optional.of("must have a lower-case letter");
        }
        if (password.chars().noneMatch(Character::isUpperCase)) {
            return Optional.of("must have an upper-case letter");
        }
        if (password.chars().noneMatch(Character::isDigit)) {
            return Optional.of("must have a digit");
        }
        if (FOUR_EQUAL.matcher(password).find()) {
            return Optional.of("must not repeat a character four times in a row");
        }
        if (WALKS.stream().anyMatch(lower::contains) || COMMON.contains(lower)) {
            return Optional.of("is too easy to guess");
        }
        return Optional.empty();
    }

    /** Whether it can be written in UTF-8 and so be hashed: JSON can carry half of a surrogate pair. */
    static boolean isText(String password) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
