package dev.footnote.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes what joins two entities: roles of people, links between organizations, and parts in initiatives. */
record Edges(Citing citing, Leftovers leftovers) {

    /** What is left out because of its ends. */
    private static final String LOOSE = "%s of what is no person or organization in the file";
    static final String NOWHERE = "%s of what is not read from the file";
    private static final String PEOPLE = "%s of people with people";
    private static final String TURNED = "%s the other way round";

    /**
     * How a schema joins.
     *
     * @param role the kind of the affiliation of a person
     * @param title of it where the entity states none
     * @param link the kind of the link of an organization
     * @param bothWays whether a person may stand at either end
     */
    private record Form(String from, String to, String role, String title, String link, boolean bothWays) {
    }

    private static final Map<String, Form> FORMS = Map.of(
            "Directorship", new Form("director", "organization", "board", "Director", "related", false),
            "Membership", new Form("member", "organization", "member", "Member", "member_of", false),
            "Employment", new Form("employee", "employer", "staff", "Employee", "related", false),
            "Ownership", new Form("owner", "asset", "other", "Owner", "owner_of", false),
            "Representation", new Form("agent", "client", "other", "Representative", "related", true),
            "UnknownLink", new Form("subject", "object", "other", "Linked", "related", true),
            "Succession", new Form("successor", "predecessor", "other", "Successor", "successor_of", false));

    /** Kinds of links that have no schema of their own. */
    private static final Set<String> KINDS = Set.of("part_of", "member_of", "owner_of", "successor_of", "competitor_of",
            "related");

    private static final Set<String> ROLES = Set.of("founder", "partner", "lead", "director", "honorary_director", "funder",
            "recipient", "host", "organizer", "owner", "speaker", "appointee", "attendee", "member", "other");

    /** One of our words, where a value is one but for blanks; else null. */
    static String stated(String value, Set<String> words) {
        String word = value == null ? null : value.toLowerCase(Locale.ROOT).replace(' ', '_');
        return word != null && words.contains(word) ? word : null;
    }

    static boolean join(String schema) {
        return FORMS.containsKey(schema);
    }

    void edge(Draft draft) throws IOException {
        Form form = FORMS.get(draft.entity().schema());
        int count = 0;
        for (String from : draft.all(form.from())) {
            for (String to : draft.all(form.to())) {
                edge(draft, form, new String[] { from, to }, id(draft, count++, from, to));
            }
        }
        if (count == 0) {
            leftovers.entity(LOOSE.formatted(draft.entity().schema()), draft.line());
        }
    }

    /** The first of the records of an entity has its id, and the others have ids that no entity has. */
    private String id(Draft draft, int before, String from, String to) throws IOException {
        return before == 0 ? draft.id()
                : citing.madeApart(draft.id() + "/" + (before + 1), draft.id() + "\n" + from + "\n" + to);
    }

    private void edge(Draft draft, Form form, String[] ends, String id) throws IOException {
        Survey.Kind from = citing.survey().of(ends[0]);
        Survey.Kind to = citing.survey().of(ends[1]);
        String schema = draft.entity().schema();
        if (from == Survey.Kind.ORGANIZATION && to == Survey.Kind.ORGANIZATION) {
            link(draft, id, form.link(), ends);
        } else if (from == Survey.Kind.PERSON && to == Survey.Kind.ORGANIZATION) {
            role(draft, id, form, ends[0], ends[1]);
        } else if (from == Survey.Kind.ORGANIZATION && to == Survey.Kind.PERSON && form.bothWays()) {
            role(draft, id, form, ends[1], ends[0]);
        } else if (from == Survey.Kind.PERSON && to == Survey.Kind.PERSON) {
            leftovers.entity(PEOPLE.formatted(schema), draft.line());
        } else {
            boolean turned = from == Survey.Kind.ORGANIZATION && to == Survey.Kind.PERSON;
            leftovers.entity((turned ? TURNED : LOOSE).formatted(schema), draft.line());
        }
    }

    private void link(Draft draft, String id, String usual, String[] ends) throws IOException {
        String stated = usual.equals("related") ? stated(draft.entity().first("role"), KINDS) : null;
        String kind = stated == null ? usual : stated;
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("organization", ends[0]);
        cells.put("kind", kind);
        cells.put("target", ends[1]);
        cells.put("from", best(draft, "organization_links", "from", "startDate"));
        cells.put("to", best(draft, "organization_links", "to", "endDate"));
        cells.put("note", stated == null ? draft.together("role") : null);
        draft.all(stated == null ? "" : "role");
        citing.cite(draft, "organization_link", cells);
        citing.sheets().write("organization_links", cells, draft.line());
    }

    private void role(Draft draft, String id, Form form, String person, String organization) throws IOException {
        String title = draft.together("role");
        Map<String, String> cells = period(draft, id, person, title != null ? title : form.title());
        cells.put("organization", organization);
        cells.put("kind", form.role());
        citing.cite(draft, "affiliation", cells);
        citing.sheets().write("affiliations", cells, draft.line());
    }

    private String best(Draft draft, String resource, String header, String property) {
        return citing.sheets().best(draft, resource, header, property);
    }

    private Map<String, String> period(Draft draft, String id, String person, String title) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("person", person);
        cells.put("title", title);
        cells.put("from", best(draft, "affiliations", "from", "startDate"));
        cells.put("to", best(draft, "affiliations", "to", "endDate"));
        cells.put("held_on", best(draft, "affiliations", "held_on", "date"));
        cells.put("note", draft.one("summary", "description"));
        String status = draft.entity().first("status");
        if ("ended".equals(status) || "current".equals(status)) {
            cells.put("ended", String.valueOf(draft.one("status").equals("ended")));
        }
        return cells;
    }

    /** A public office, which is held at no organization that the file names. */
    void office(Draft draft) throws IOException {
        int count = 0;
        for (String holder : draft.all("holder")) {
            for (String post : draft.all("post")) {
                if (citing.survey().of(holder) != Survey.Kind.PERSON || citing.survey().of(post) != Survey.Kind.POSITION) {
                    leftovers.entity(LOOSE.formatted(draft.entity().schema()), draft.line());
                    continue;
                }
                String id = id(draft, count++, holder, post);
                Map<String, String> cells = period(draft, id, holder, citing.survey().title(post));
                cells.put("kind", "official");
                citing.cite(draft, "affiliation", cells);
                citing.sheets().write("affiliations", cells, draft.line());
            }
        }
    }

    /** The organization that another one says is its parent. */
    void parents(Draft draft) throws IOException {
        for (String parent : draft.all("parent")) {
            if (citing.survey().of(parent) == Survey.Kind.ORGANIZATION) {
                link(draft, citing.madeApart(draft.id() + "/parent/" + parent, draft.id() + "\n" + parent), "part_of",
                        new String[] { draft.id(), parent });
            } else {
                leftovers.entity("parent of what is no organization in the file", draft.line());
            }
        }
    }

    /** Who takes part in a project. */
    void parts(Draft draft) throws IOException {
        String role = null;
        List<String> titles = new ArrayList<>();
        for (String said : draft.all("role")) {
            String word = role == null ? stated(said, ROLES) : null;
            role = word == null ? role : word;
            if (word == null) {
                titles.add(said);
            }
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("role", role == null ? "other" : role);
        cells.put("title", titles.isEmpty() ? null : String.join("; ", titles));
        cells.put("from", best(draft, "participations", "from", "startDate"));
        cells.put("to", best(draft, "participations", "to", "endDate"));
        int count = 0;
        for (String project : draft.all("project")) {
            for (String participant : draft.all("participant")) {
                cells.put("id", id(draft, count++, project, participant));
                part(draft, project, participant, cells);
            }
        }
        if (count == 0) {
            leftovers.entity(NOWHERE.formatted(draft.entity().schema()), draft.line());
        }
    }

    /** Who had a part in an event, which says so itself. */
    void involved(Draft draft) throws IOException {
        for (String property : List.of("organizer", "involved")) {
            for (String participant : draft.all(property)) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("id", citing.madeApart(draft.id() + "/" + property + "/" + participant,
                        draft.id() + "\n" + property + "\n" + participant));
                cells.put("role", property.equals("organizer") ? "organizer" : "other");
                part(draft, draft.id(), participant, cells);
            }
        }
    }

    private void part(Draft draft, String taken, String participant, Map<String, String> cells) throws IOException {
        Survey.Kind kind = citing.survey().of(participant);
        boolean person = kind == Survey.Kind.PERSON;
        Survey.Kind target = citing.survey().of(taken);
        boolean event = target == Survey.Kind.EVENT;
        if (target != Survey.Kind.INITIATIVE && !event || !person && kind != Survey.Kind.ORGANIZATION) {
            leftovers.entity(NOWHERE.formatted(draft.entity().schema()), draft.line());
            return;
        }
        cells.put("initiative", event ? null : taken);
        cells.put("event", event ? taken : null);
        cells.put("person", person ? participant : null);
        cells.put("organization", person ? null : participant);
        citing.cite(draft, "participation", cells);
        citing.sheets().write("participations", cells, draft.line());
    }
}
