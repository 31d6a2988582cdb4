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
 * An in-memory DuckDB database. Closing it discards its content.
 *
 * <p>It never downloads extensions, because the driver contains everything that the job needs. Not thread-safe.
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

    /** Runs an SQL script that is in the same package as this class. */
    void runScript(String name) throws SQLException, IOException {
        try (InputStream script = Duck.class.getResourceAsStream(name)) {
            run(new String(requireNonNull(script, name).readAllBytes(), UTF_8));
        }
    }

    /** Sets a variable for the scripts. */
    void set(String variable, int value) throws SQLException {
        run("SET VARIABLE " + variable + " = " + value);
    }

    /** Sets a variable for the scripts. */
    void set(String variable, Instant value) throws SQLException {
        run("SET VARIABLE " + variable + " = TIMESTAMP " + text(value));
    }

    /** Returns the number in the first row of a query's result. */
    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("no rows, expected one: " + query);
            }
            return rows.getLong(1);
        }
    }

    /** Writes the result of a query to a Parquet file. The rows keep their order. */
    void writeParquet(String query, Path file) throws SQLException {
        run("COPY (" + query + ") TO " + text(file) + " (FORMAT parquet)");
    }

    /** Returns a value as an SQL string literal. */
    static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
