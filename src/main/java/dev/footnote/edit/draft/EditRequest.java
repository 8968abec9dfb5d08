package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edit as the client sent it, with values as coerced to their scalars.
 *
 * @param key idempotency key
 * @param citing where all of it was read; keys are those of {@code CitationInput}
 */
public record EditRequest(Optional<String> key, Optional<String> summary, List<Map<String, Object>> citing,
        List<Change> changes,
        boolean dryRun, String canonical) {

    /** One change of one record. */
    sealed interface Change {

        /** The version that the record must have. */
        Optional<Integer> expect();

        /** The path of the change in the input. */
        InputPath path();
    }

    /**
     * Creates or changes a record.
     *
     * @param type name of the entity type in the schema, with a small first letter
     * @param id empty for a new record that gets an id from its name
     * @param set values by field; a null clears the field
     */
    record Save(String type, Optional<String> id, Optional<Integer> expect, Map<String, Object> set, List<String> clear,
            List<Map<String, Object>> citing, InputPath path) implements Change {
    }

    /** Deletes a record. */
    record Delete(String id, Optional<Integer> expect, boolean cascade, InputPath path) implements Change {
    }

    public static EditRequest of(Map<String, Object> input) {
        List<Change> changes = new ArrayList<>();
        List<Map<String, Object>> given = maps(input.get("changes"));
        for (int i = 0; i < given.size(); i++) {
            Map.Entry<String, Object> only = given.get(i).entrySet().iterator().next();
            changes.add(change(only.getKey(), map(only.getValue()), InputPath.of("changes", i, only.getKey())));
        }
        return new EditRequest(text(input.get("key")), text(input.get("summary")), maps(input.get("citing")),
                List.copyOf(changes), Boolean.TRUE.equals(input.get("dryRun")), input.toString());
    }

    private static Change change(String key, Map<String, Object> change, InputPath path) {
        Optional<Integer> expect = Optional.ofNullable((Integer) change.get("expect"));
        if (key.equals("delete")) {
            return new Delete((String) change.get("id"), expect, Boolean.TRUE.equals(change.get("cascade")), path);
        }
        return new Save(key, text(change.get("id")), expect, map(change.get("set")), strings(change.get("clear")),
                maps(change.get("citing")), path);
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable((String) value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
