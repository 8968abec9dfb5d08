package dev.footnote.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.security.identity.SecurityIdentity;

/** Role of a caller. Each role includes those before it. */
public enum Role {
    /** May read where reading is closed. */
    READER,
    /** May change the dataset by mutations. */
    EDITOR,
    /** May also import, export, make backups and manage keys. */
    ADMIN;

    /** Name for annotations such as {@code @RolesAllowed}. */
    public static final String EDITOR_NAME = "editor";

    /** The name in files, options and claims. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has this role. */
    public boolean isHeldBy(SecurityIdentity identity) {
        return identity.hasRole(text());
    }

    /** The names of this role and of all roles that it includes. */
    public Set<String> included() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).map(Role::text).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    public static Role of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no role. The roles are "
                        + Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", ")) + "."));
    }
}
