package app.mita.standalone.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans by OTLP over HTTP, as a collector outside the processes does. */
final class OtlpCollector implements AutoCloseable {

    private final HttpServer server;
    /** Each is of one process; bytes as characters. */
    private final List<String> exports = new CopyOnWriteArrayList<>();

    OtlpCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", exchange -> {
            exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Whether the service has sent a span of the trace: both are in the export as they are, so nothing needs to parse it. */
    boolean has(String trace, String service) {
        var id = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        // The attribute as protobuf writes it: a string of that length in a value of two bytes more.
        var name = "service.name\u0012%c\n%c%s".formatted(service.length() + 2, service.length(), service);
        return exports.stream().anyMatch(export -> export.contains(id) && export.contains(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
