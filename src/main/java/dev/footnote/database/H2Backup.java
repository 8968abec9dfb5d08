package dev.footnote.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

/** Copies the file of an H2 database while it is in use. */
@Singleton
public class H2Backup {

    private final Database database;
    private final boolean lasting;

    H2Backup(Database database, DatabaseConfig config) {
        this.database = database;
        this.lasting = database.dialect() == Dialect.H2 && !config.url().startsWith("jdbc:h2:mem:");
    }

    /** Whether there is a file. PostgreSQL has its own backup tools, and an in-memory database has no backup. */
    public boolean isPossible() {
        return lasting;
    }

    /** Writes all committed data into a zip file. */
    public void write(Path zip) {
        try (Connection connection = database.source().getConnection()) {
            JdbcOperations.execute(connection, "BACKUP TO ?", zip.toAbsolutePath().toString());
        } catch (SQLException e) {
            throw new IllegalStateException("The backup cannot be written to " + zip + ": " + e.getMessage(), e);
        }
    }
}
