package dev.footnote.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JDBC URL of PostgreSQL. */
final class PostgresUrl {

    private PostgresUrl() {
    }

    /** Adds settings to the URL for early detection of a lost server, unless the URL sets them itself. */
    static String tuned(String url) {
        // the server that accepts writes; this can change from one second to the next
        return tuned(url, "primary");
    }

    /** Adds the same settings to the URL of a replica. */
    static String replica(String url) {
        return tuned(url, "preferSecondary");
    }

    private static String tuned(String url, String type) {
        Map<String, String> defaultValue = new LinkedHashMap<>();
        defaultValue.put("connectTimeout", "2");
        // for the whole login, because a hanging server still accepts connections
        defaultValue.put("loginTimeout", "4");
        defaultValue.put("cancelSignalTimeout", "1");
        defaultValue.put("tcpKeepAlive", "true");
        defaultValue.put("ApplicationName", "footnote");
        if (several(url)) {
            defaultValue.put("targetServerType", type);
            defaultValue.put("hostRecheckSeconds", "1");
        }
        StringBuilder tuned = new StringBuilder(url);
        defaultValue.forEach((key, value) -> {
            if (!url.contains(key + "=")) {
                tuned.append(tuned.indexOf("?") < 0 ? '?' : '&').append(key).append('=').append(value);
            }
        });
        return tuned.toString();
    }

    /** Whether the URL names more than one server. */
    private static boolean several(String url) {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query)).contains(",");
    }
}
