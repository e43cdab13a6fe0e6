package app.mita.projection.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What of the machine is used, and how much of that is the compiler's of this JVM: when the JVM is young, that takes a
 * processor for seconds, and is nobody who waits for anything. Used by one thread.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class MachineLoad implements SpareTime.Load {

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String COMPILER = "CompilerThre";
    /** Of the fields after the thread's name. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;
    /** USER_HZ, the same on every Linux. */
    private static final double TICKS_A_SECOND = 100;

    private final OperatingSystemMXBean system;
    private final Map<Path, Boolean> compiles = new HashMap<>();
    private long askedAt = System.nanoTime();
    private long ticks;

    MachineLoad(OperatingSystemMXBean system) {
        this.system = system;
    }

    static SpareTime.Load ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? new MachineLoad(system)
                : () -> SpareTime.Used.UNKNOWN;
    }

    @Override
    public SpareTime.Used sinceAskedLast() {
        long now = System.nanoTime();
        long compiled = ticks();
        double processors = Runtime.getRuntime().availableProcessors() * ((now - askedAt) / 1e9);
        double compiling = Math.max(0, compiled - ticks) / TICKS_A_SECOND / processors;
        askedAt = now;
        ticks = compiled;
        double all = system.getCpuLoad();
        return new SpareTime.Used(all, all - compiling);
    }

    /** Of the compilers' threads; 0 where there is no such file system. */
    long ticks() {
        long sum = 0;
        try (var threads = Files.newDirectoryStream(THREADS)) {
            for (var thread : threads) {
                if (compiles.computeIfAbsent(thread, MachineLoad::compiles)) {
                    sum += ticks(thread);
                }
            }
        } catch (IOException | RuntimeException notLinux) {
            return sum;
        }
        return sum;
    }

    private static boolean compiles(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).contains(COMPILER);
        } catch (IOException ended) {
            return false;
        }
    }

    private static long ticks(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException ended) {
            return 0;
        }
    }
}
