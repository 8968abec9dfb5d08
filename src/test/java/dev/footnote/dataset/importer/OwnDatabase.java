package dev.footnote.dataset.importer;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A start of the application for tests that replace its dataset. */
public class OwnDatabase implements QuarkusTestProfile {
}
