package app.mita.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** A port that is free now. Nothing reserves it, so take it soon. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("No free TCP port on " + LOOPBACK, e);
        }
    }

    /**
     * The wanted port, or any free one when 0 is wanted.
     *
     * @param server who wants it, for the message
     * @throws EmbeddedServerException when the wanted port is taken
     */
    static int choose(int wanted, String server) {
        if (wanted != 0 && !isFree(wanted)) {
            throw new EmbeddedServerException("Port " + wanted + " is taken, " + server + " cannot use it");
        }
        return wanted == 0 ? free() : wanted;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // Like the servers themselves: connections that linger after a stop do not make a port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
