package app.mita.runtime;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with nothing but the runtime, and the routes that its tests need. */
@SpringBootApplication
public class TestApplication {}
