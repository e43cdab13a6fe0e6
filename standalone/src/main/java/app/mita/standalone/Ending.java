package app.mita.standalone;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** What happens when the process ends: everything stops in order. Being told to end by a signal is no failure. */
final class Ending extends Thread {

    private final Backend backend;
    private final PrintWriter out;
    private volatile boolean underWay;
    private volatile boolean returned;

    private Ending(Backend backend, PrintWriter out) {
        super("ending");
        this.backend = backend;
        this.out = out;
    }

    static Ending of(Backend backend, PrintWriter out) {
        var ending = new Ending(backend, out);
        Runtime.getRuntime().addShutdownHook(ending);
        return ending;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** The command is over by itself: the exit code is its own. */
    void onReturn() {
        returned = true;
    }

    /** Blocks until a signal ends the process. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void run() {
        underWay = true;
        backend.stop();
        if (!returned) {
            out.println("MITA has stopped");
            out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
