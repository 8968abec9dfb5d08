package dev.footnote.http;

import java.net.URI;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** A client of the management interface: the admin API, health and metrics. */
public final class Management {

    private Management() {
    }

    /** The port that the management interface of the server under test got. */
    public static int port() {
        return URI.create(TestHTTPResourceManager.getManagementUri()).getPort();
    }

    public static RequestSpecification given() {
        return RestAssured.given().port(port());
    }
}
