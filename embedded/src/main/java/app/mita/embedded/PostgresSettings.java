package app.mita.embedded;

/**
 * The server's settings file, written anew at each start. What an operator sets with ALTER SYSTEM lives in
 * postgresql.auto.conf and wins.
 */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port, Durability durability) {
        var safe = durability == Durability.DURABLE ? "on" : "off";
        return """
                # Written by MITA at each start; use ALTER SYSTEM for settings of your own.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 80
                # One process holds everything: leave the memory to it and to the system's file cache.
                shared_buffers = 128MB
                wal_buffers = 16MB
                effective_cache_size = 512MB
                maintenance_work_mem = 32MB
                # Under load a checkpoint came every ten seconds, and made every page be logged whole again.
                max_wal_size = 2GB
                checkpoint_timeout = 10min
                # No event ever waits for the planner: every statement is a short one by key.
                jit = off
                max_parallel_workers_per_gather = 0
                # Reads through the kernel's cache without worker processes of its own.
                io_method = sync
                max_logical_replication_workers = 0
                autovacuum_max_workers = 2
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_checkpoints = off
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                """.formatted(Ports.LOOPBACK, port, safe, safe, safe);
    }
}
