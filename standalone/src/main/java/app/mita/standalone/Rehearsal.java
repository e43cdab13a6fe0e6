package app.mita.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A start for the JVM's sake: it notes which classes a start and a first request need, for quicker ones later. */
final class Rehearsal {

    private static final List<String> REQUESTS = List.of("/health", "/openapi.json", "/api/dashboard", "/docs");

    private Rehearsal() {}

    /** Asks once for what is asked first; which answers come does not matter. */
    static void ask(URI api) {
        try (var http = HttpClient.newHttpClient()) {
            for (var path : REQUESTS) {
                http.send(HttpRequest.newBuilder(api.resolve(path)).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new OperatorError("The rehearsal got no answer: " + Causes.root(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
