package dev.footnote.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port of health, metrics and the admin API. */
final class ManagementPort {

    private static final int DEFAULT = 9000;
    private static final String KEY = "quarkus.management.port";

    private ManagementPort() {
    }

    static void set(int port) {
        System.setProperty(KEY, Integer.toString(port));
    }

    /**
     * Replaces the default port by any free one if another program has it, so that two servers on one machine need no setting.
     * A port that is configured stays.
     */
    static void setDefault(PrintWriter err) {
        if (System.getProperty(KEY) != null || System.getenv("QUARKUS_MANAGEMENT_PORT") != null) {
            return;
        }
        try {
            new ServerSocket(DEFAULT, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException taken) {
            System.setProperty("default-management-port", "0");
            err.println("Another program has port " + DEFAULT + ". Unless a management port is set, health, metrics and the"
                    + " admin API get a free port. Choose one with --management-port.");
            err.flush();
        }
    }
}
