package app.mita.standalone;

import java.io.PrintWriter;

/** What happens when the process is told to end: everything stops in order, and a clean stop is a success. */
final class Ending extends Thread {

    private final Backend backend;
    private final PrintWriter out;
    private volatile boolean begun;

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

    /** Whether the process is ending; what fails from then on fails because of that. */
    boolean begun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        backend.stop();
        out.println("MITA has stopped");
        out.flush();
    }
}
