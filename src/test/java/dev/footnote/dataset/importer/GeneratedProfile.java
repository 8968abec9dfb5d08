package dev.footnote.dataset.importer;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Starts the application with a generated dataset instead of the one that ships with it. */
public class GeneratedProfile implements QuarkusTestProfile {

    /** The same in every run, so that a failure can be looked at again; another one with {@code -Dseed=...}. */
    public static final long SEED = Long.getLong("seed", 20261122);

    @Override
    public Map<String, String> getConfigOverrides() {
        // what is asked here is random, and to be answered whatever it costs
        return Map.of("footnote.dataset", GeneratedDataset.folder(SEED).toString(), "footnote.limits.cost", "2000000000",
                "footnote.limits.records", "10000000",
                "footnote.limits.aliases", "10000", "footnote.limits.fields", "10000", "footnote.limits.depth", "50",
                "footnote.limits.repeats", "100", "footnote.limits.directives", "1000",
                // so that an export of a few hundred records reads many pages
                "footnote.export.page", "7");
    }
}
