package dev.footnote.http.export;

import java.util.HashMap;
import java.util.Map;

import dev.footnote.dataset.importer.GeneratedProfile;

/** Configures small export pages, so that small lists have many of them. */
public class SmallPages extends GeneratedProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("footnote.export.page", "7");
        return overrides;
    }
}
