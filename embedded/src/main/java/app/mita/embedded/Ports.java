package app.mita.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of the loopback interface. */
public final class Ports {

    public static final String LOOPBACK = "127.0.0.1";

    /** Below those that Linux gives to outgoing connections (net.ipv4.ip_local_port_range begins with 32768). */
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /**
     * A port that is free now. Nothing reserves it, so take it soon; no connection that is made meanwhile gets it, nor does
     * the next who asks here.
     *
     * @throws EmbeddedServerException when there is none
     */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServerException("No free TCP port on " + LOOPBACK + " from " + FIRST + " on");
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
