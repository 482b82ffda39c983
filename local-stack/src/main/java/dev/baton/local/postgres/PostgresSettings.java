package dev.baton.local.postgres;

/// What `DATA/postgres/baton.conf` says; written anew at every start.
final class PostgresSettings {
    private PostgresSettings() {}

    static String on(int port) {
        return """
                # Written by Baton at every start; your own settings belong into postgresql.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 150
                # Acknowledged means durable: both are checked after every start.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 256MB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                effective_cache_size = 1GB
                # Fewer checkpoints than by default: a load writes each page once more after each.
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(port);
    }
}
