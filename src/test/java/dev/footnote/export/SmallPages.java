package dev.footnote.export;

import java.util.HashMap;
import java.util.Map;

import dev.footnote.transfer.GeneratedProfile;

/** Reads few records at once, so that small lists have many pages, and waits for nobody for long. */
public class SmallPages extends GeneratedProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.putAll(Map.of("footnote.export.page", "7", "footnote.export.concurrent", "1",
                "footnote.export.stall", "1s"));
        return overrides;
    }
}
