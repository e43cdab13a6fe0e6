package app.mita.standalone;

import app.mita.embedded.EmbeddedServerException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what went wrong into the line that an operator reads. */
final class Causes {

    private Causes() {}

    /** The most telling cause in the chain, when there is one that we know how to say. */
    static Optional<String> known(Throwable failure) {
        return chain(failure).flatMap(cause -> line(cause).stream()).findFirst();
    }

    /** The innermost cause's message. */
    static String root(Throwable failure) {
        var root = chain(failure).reduce((_, inner) -> inner).orElse(failure);
        return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
    }

    /** Why a file could not be used; the JDK's exceptions often carry its path alone. */
    static String words(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "it cannot be created there";
            case FileAlreadyExistsException _ -> "it is not a directory";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case OperatorError error -> Optional.of(error.getMessage());
            case PortInUseException port -> Optional.of(portTaken(port.getPort()));
            case IOException e when isFullDisk(e) -> Optional.of("The disk is full: " + e.getMessage());
            case EmbeddedServerException server -> Optional.of(server.getMessage());
            default -> Optional.empty();
        };
    }

    static String portTaken(int port) {
        return "Port " + port + " is taken by another program; choose another one with --port";
    }

    private static boolean isFullDisk(IOException e) {
        return String.valueOf(e.getMessage()).contains("No space left");
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }
}
