package app.mita.standalone;

import app.mita.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** Where the API listens. */
record Listen(String address, int port) {

    private static final int MAX_PORT = 65_535;

    /** On this machine, where nobody listens yet. */
    static Listen onFreePort() {
        return new Listen(Ports.LOOPBACK, Ports.free());
    }

    /**
     * Fails early and clearly: the server itself binds its port last.
     *
     * @throws OperatorError when the port is taken or may not be used
     */
    void check() {
        if (port < 1 || port > MAX_PORT) {
            throw new OperatorError("There is no port " + port + "; choose one from 1 to " + MAX_PORT + " with --port");
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(inetAddress(), port));
        } catch (IOException e) {
            throw new OperatorError(
                    String.valueOf(e.getMessage()).contains("in use")
                            ? Causes.portTaken(port)
                            : "Cannot listen on %s port %d: %s".formatted(address, port, e.getMessage()));
        }
    }

    /** As a client on this machine reaches it. */
    URI local() {
        return URI.create("http://" + (inetAddress().isAnyLocalAddress() ? "127.0.0.1" : address) + ":" + port);
    }

    private InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new OperatorError("There is no address " + address + " to listen on");
        }
    }
}
