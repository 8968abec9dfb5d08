package dev.footnote.database;

import java.sql.SQLException;
import java.util.Optional;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;

/** Error messages for an unusable database, for the person who started the process. */
public final class DatabaseErrorMessages {

    private static final String OTHER_TABLES = "The tables of the database are of another version of Footnote, and this version"
            + " cannot update them. Nothing was changed. Use an empty database, and import the dataset into it.";

    private DatabaseErrorMessages() {
    }

    /** @return empty if the failure does not come from the database */
    public static Optional<String> why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException) {
                return Optional.of(OTHER_TABLES);
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String sentence = refused.getClass().getName().startsWith("org.h2.") ? file(refused) : server(refused);
                if (sentence != null) {
                    return Optional.of(sentence);
                }
            }
        }
        return Optional.empty();
    }

    private static String file(SQLException refused) {
        return switch (refused.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "Another process has the database file open, and only one process can"
                    + " open it. Stop that process, or use PostgreSQL.";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "The database file was created with another user or password."
                    + " Add them to its URL, as ;USER=...;PASSWORD=...";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.UNSUPPORTED_SETTING_COMBINATION ->
                "The database file is damaged, or is not of this version. Restore a backup, or import the dataset into a"
                        + " new file.";
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.ERROR_OPENING_DATABASE_1, ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.GENERAL_ERROR_1 ->
                "The database file cannot be read or written. Check the permissions of its folder, and the free space of the"
                        + " disk.";
            default -> null;
        };
    }

    private static String server(SQLException refused) {
        String state = refused.getSQLState();
        if (state.startsWith("08")) {
            return "The database does not answer. Check that it is running, and that its URL is correct.";
        }
        return switch (state) {
            case "28000", "28P01" -> "The database refuses this user. Check user and password in its URL.";
            case "3D000" -> "The server has no database of this name. Create it with CREATE DATABASE, or correct the URL.";
            case "42501" -> "The database user may not create or write tables. Grant it the privileges, or use another user.";
            case "53300" -> "The database has no free connection. Raise its limit, or close other connections.";
            case "57P01", "57P02", "57P03" -> "The database is starting or stopping. Try again in a moment.";
            default -> null;
        };
    }
}
