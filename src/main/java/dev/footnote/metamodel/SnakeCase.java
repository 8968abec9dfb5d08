package dev.footnote.metamodel;

import java.util.Locale;

/** Names in snake case: those of columns in tables and in files. */
public final class SnakeCase {

    private SnakeCase() {
    }

    /** Converts a name in camel case, as Hibernate's CamelCaseToUnderscoresNamingStrategy does. */
    public static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
