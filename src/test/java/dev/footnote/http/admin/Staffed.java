package dev.footnote.http.admin;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A start with the admin API open. */
public class Staffed implements QuarkusTestProfile {

    static final String TOKEN = "a-token-of-the-tests-that-is-long-enough";
    static final int UPLOAD = 600_000;
    static final int UNPACKED = 2_000_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("footnote.admin.token", TOKEN, "footnote.admin.upload", Integer.toString(UPLOAD),
                "footnote.admin.unpacked", Integer.toString(UNPACKED));
    }
}
