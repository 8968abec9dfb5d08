package dev.footnote.database;

import java.sql.SQLException;
import java.util.Optional;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;

/** Error messages for an unusable database, for the person who started the process. */
public final class DatabaseErrorMessages {

    private static final String OTHER_TABLES = "The tables of the database are of another version of Footnote, which this version"
            + " cannot update. Nothing was changed. Give the address of an empty database, and import the dataset into it.";

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
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "Another process has the file of the database open, and it is for one"
                    + " process at a time. Stop that one, or let several share a PostgreSQL.";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "The file of the database was made with another user or password."
                    + " Give them in its address, as ;USER=...;PASSWORD=...";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.UNSUPPORTED_SETTING_COMBINATION ->
                "The file of the database is damaged, or none of this release. Restore a backup, or import the dataset into"
                        + " a new file.";
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.ERROR_OPENING_DATABASE_1, ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.GENERAL_ERROR_1 ->
                "The file of the database cannot be read or written. Look whether its folder may be written, and whether"
                        + " the disk is full.";
            default -> null;
        };
    }

    private static String server(SQLException refused) {
        String state = refused.getSQLState();
        if (state.startsWith("08")) {
            return "The database does not answer. Look whether it runs, and whether its address is right.";
        }
        return switch (state) {
            case "28000", "28P01" -> "The database does not let this user in. Look at user and password in its address.";
            case "3D000" -> "There is no such database on the server. Make it with CREATE DATABASE, or correct the address.";
            case "42501" -> "The user of the database may not make or write tables in it. Grant that, or take another user.";
            case "53300" -> "The database has no connection left. Let it have more, or stop whoever holds them.";
            case "57P01", "57P02", "57P03" -> "The database is starting or stopping. Try again in a moment.";
            default -> null;
        };
    }
}
