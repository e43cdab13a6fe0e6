package app.mita.embedded;

import java.nio.file.Path;

/** Where unpacked programs are kept for all processes of a user. */
public final class Cache {

    private Cache() {}

    /** {@code $XDG_CACHE_HOME/mita}, or {@code ~/.cache/mita}. It may not exist yet. */
    public static Path directory() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("mita");
    }
}
