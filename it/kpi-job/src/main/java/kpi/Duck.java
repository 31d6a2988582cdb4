// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A DuckDB of its own in memory, gone when closed.
 *
 * <p>Everything it needs is inside the driver: no extension is loaded from anywhere. It serves one thread.
 */
final class Duck implements AutoCloseable {

    private final Connection connection;

    private Duck(Connection connection) {
        this.connection = connection;
    }

    static Duck open() throws SQLException {
        Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
        duck.run("SET autoinstall_known_extensions = false");
        duck.run("SET autoload_known_extensions = false");
        return duck;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs the statements of an SQL file that lies beside this class. */
    void runScript(String name) throws SQLException, IOException {
        try (InputStream script = Duck.class.getResourceAsStream(name)) {
            run(new String(requireNonNull(script, name).readAllBytes(), UTF_8));
        }
    }

    /** Sets a variable of the scripts. */
    void set(String variable, int value) throws SQLException {
        run("SET VARIABLE " + variable + " = " + value);
    }

    /** Sets a variable of the scripts. */
    void set(String variable, Instant value) throws SQLException {
        run("SET VARIABLE " + variable + " = TIMESTAMP " + text(value));
    }

    /** The one number that a query answers. */
    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("No row from: " + query);
            }
            return rows.getLong(1);
        }
    }

    /** Writes what a query answers as one Parquet file, rows in the query's order. */
    void writeParquet(String query, Path file) throws SQLException {
        run("COPY (" + query + ") TO " + text(file) + " (FORMAT parquet)");
    }

    /** A value as SQL text, quoted. */
    static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
