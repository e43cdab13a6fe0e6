package app.mita.standalone;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** The process' log, by logback.xml alone: Spring would set it up anew while the servers write to it. */
final class Logging {

    private Logging() {}

    /** Must come before anything asks for a logger. */
    static Logger into(Path file) {
        System.setProperty("mita.log", file.toString());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        return LoggerFactory.getLogger(Up.class);
    }
}
