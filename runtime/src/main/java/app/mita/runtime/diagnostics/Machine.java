package app.mita.runtime.diagnostics;

import java.lang.management.ManagementFactory;

/** The JVM that this process is. */
record Machine(
        String javaVersion,
        double uptimeSeconds,
        int processors,
        int threads,
        long heapUsedBytes,
        long heapMaxBytes,
        double loadAverage) {

    /** @return loadAverage is -1 on a system that has none */
    static Machine now() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Machine(
                Runtime.version().toString(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                heap.getUsed(),
                heap.getMax(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
