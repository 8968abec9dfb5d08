package dev.footnote.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JDBC address of PostgreSQL. */
final class Address {

    private Address() {
    }

    /** The address with what has a lost server noticed soon, where it does not say otherwise. */
    static String tuned(String url) {
        // the one that takes writes; which one that is can change from one second to the next
        return tuned(url, "primary");
    }

    /** The same of one that follows. */
    static String replica(String url) {
        return tuned(url, "preferSecondary");
    }

    private static String tuned(String url, String type) {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("connectTimeout", "2");
        // of the whole way in, because a server that hangs still takes connections
        usual.put("loginTimeout", "4");
        usual.put("cancelSignalTimeout", "1");
        usual.put("tcpKeepAlive", "true");
        usual.put("ApplicationName", "footnote");
        if (several(url)) {
            usual.put("targetServerType", type);
            usual.put("hostRecheckSeconds", "1");
        }
        StringBuilder tuned = new StringBuilder(url);
        usual.forEach((key, value) -> {
            if (!url.contains(key + "=")) {
                tuned.append(tuned.indexOf("?") < 0 ? '?' : '&').append(key).append('=').append(value);
            }
        });
        return tuned.toString();
    }

    /** Whether it names more than one server. */
    private static boolean several(String url) {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query)).contains(",");
    }
}
