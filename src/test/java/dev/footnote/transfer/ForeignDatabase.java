package dev.footnote.transfer;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A start of the application for tests that replace its dataset by those of others. */
public class ForeignDatabase implements QuarkusTestProfile {
}
