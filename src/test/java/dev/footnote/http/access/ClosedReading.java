package dev.footnote.http.access;

import java.util.HashMap;
import java.util.Map;

import dev.footnote.http.AllowedCallers;

/** Starts the application for callers of every kind, of whom only those with a role may read. */
public class ClosedReading extends AllowedCallers {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>(super.getConfigOverrides());
        all.put("footnote.reading.anonymous", "false");
        return all;
    }
}
