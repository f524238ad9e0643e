package org.minqing.database;

/** How long the driver waits: a silent loss of the database must become an error, not a hang. */
final class JdbcUrlOptions {

    /** Appended to the URL of the embedded server; for other servers see src/docs/operations.md. */
    static final String SUFFIX = "?connectTimeout=5&socketTimeout=30&tcpKeepAlive=true&ApplicationName=minqing"
            + "&options=-c%20statement_timeout=15000%20-c%20lock_timeout=5000%20-c%20idle_in_transaction_session_timeout=30000";

    private JdbcUrlOptions() {}
}
