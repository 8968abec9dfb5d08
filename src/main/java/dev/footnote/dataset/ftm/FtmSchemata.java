package dev.footnote.dataset.ftm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The FollowTheMoney schemata that are imported, and which of them extend which. */
public final class FtmSchemata {

    public static final Set<String> DOCUMENTS = Set.of("Document", "Article", "Folder", "Package", "Workbook", "Pages",
            "PlainText", "HyperText", "Image", "Audio", "Video", "Table", "Email", "Message");

    private static final Map<String, String> EXTENDED = extended();

    /** Order by which the schemata are numbered. */
    private static final List<String> NAMES = List.copyOf(EXTENDED.keySet());

    private FtmSchemata() {
    }

    private static Map<String, String> extended() {
        Map<String, String> extended = new LinkedHashMap<>();
        String[][] all = { { "Thing", "" }, { "LegalEntity", "Thing" }, { "Person", "LegalEntity" },
                { "Organization", "LegalEntity" }, { "Company", "Organization" }, { "PublicBody", "Organization" },
                { "Agency", "PublicBody" }, { "Position", "Thing" }, { "Project", "Thing" }, { "Event", "Thing" },
                { "Trip", "Event" },
                { "Interval", "" }, { "Interest", "Interval" }, { "Directorship", "Interest" }, { "Membership", "Interest" },
                { "Employment", "Interest" }, { "Ownership", "Interest" }, { "Representation", "Interest" },
                { "UnknownLink", "Interest" }, { "Succession", "Interest" }, { "Occupancy", "Interest" },
                { "ProjectParticipant", "Interest" }, { "Documentation", "Interest" }, { "Control", "Interest" },
                { "Payment", "Interval" } };
        for (String[] one : all) {
            extended.put(one[0], one[1]);
        }
        DOCUMENTS.stream().sorted().forEach(name -> extended.put(name, name.equals("Document") ? "Thing" : "Document"));
        return extended;
    }

    /** @return 0 if the schema is not imported */
    public static int number(String schema) {
        return NAMES.indexOf(schema) + 1;
    }

    /** @return an empty text for 0 */
    public static String name(int number) {
        return number == 0 ? "" : NAMES.get(number - 1);
    }

    /**
     * The more specific of two schemata.
     *
     * @return empty if neither extends the other
     */
    public static Optional<String> narrower(String one, String other) {
        if (one.equals(other) || line(one).contains(other)) {
            return Optional.of(one);
        }
        return line(other).contains(one) ? Optional.of(other) : Optional.empty();
    }

    /** All schemata that a schema extends. */
    private static List<String> line(String schema) {
        List<String> line = new ArrayList<>();
        for (String up = EXTENDED.get(schema); up != null && !up.isEmpty(); up = EXTENDED.get(up)) {
            line.add(up);
        }
        return line;
    }
}
