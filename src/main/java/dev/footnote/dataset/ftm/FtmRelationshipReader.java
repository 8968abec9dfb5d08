package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.domain.organization.OrganizationLinkKind;

/**
 * Converts relationships between two entities: affiliations of people, links between organizations, and participations in
 * initiatives.
 */
record FtmRelationshipReader(FtmCitations citing, UnmappedProperties leftovers) {

    /** Descriptions of relationships that are left out because of their ends. */
    private static final String LOOSE = "%s with an end that is not a person or organization in the file";
    static final String NOWHERE = "%s with an end that is not read from the file";
    private static final String PEOPLE = "%s of people with people";
    private static final String TURNED = "%s the other way round";

    /** Says of a control how it is exercised. */
    private static final String TYPE = "controlType";

    /**
     * Describes how a relationship schema joins two entities.
     *
     * @param role kind of the affiliation of a person
     * @param title title of the affiliation if the entity states none
     * @param link kind of the link between organizations
     * @param bothWays whether the person may be at either end
     */
    private record Form(String from, String to, String role, String title, String link, boolean bothWays) {

        String titled() {
            return title == null ? "Linked" : title;
        }
    }

    private static final Form PARENT = new Form("", "", "", null, "part_of", false);

    private static final Map<String, Form> FORMS = Map.of(
            "Control", new Form("controller", "controlled", "other", "Controller", "related", false),
            "Directorship", new Form("director", "organization", "board", "Director", "related", false),
            "Membership", new Form("member", "organization", "member", "Member", "member_of", false),
            "Employment", new Form("employee", "employer", "staff", "Employee", "related", false),
            "Ownership", new Form("owner", "asset", "other", "Owner", "owner_of", false),
            "Representation", new Form("agent", "client", "other", "Representative", "related", true),
            "UnknownLink", new Form("subject", "object", "other", null, "related", true),
            "Succession", new Form("successor", "predecessor", "other", "Successor", "successor_of", false));

    /** Kinds of links that have no schema in FollowTheMoney. */
    private static final Set<String> KINDS = words(OrganizationLinkKind.class);

    /** The constants of an enum as they are written in datasets. */
    static Set<String> words(Class<? extends Enum<?>> kinds) {
        return Stream.of(kinds.getEnumConstants()).map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One of our words, where a value is one but for blanks; else null. */
    static String stated(String value, Set<String> words) {
        String word = value == null ? null : value.toLowerCase(Locale.ROOT).replace(' ', '_');
        return word != null && words.contains(word) ? word : null;
    }

    static boolean join(String schema) {
        return FORMS.containsKey(schema);
    }

    void edge(FtmRecordDraft draft) throws IOException {
        Form form = FORMS.get(draft.entity().schema());
        int count = 0;
        for (String from : draft.all(form.from())) {
            for (String to : draft.all(form.to())) {
                edge(draft, form, new String[] { from, to }, citing.joining(draft, count++, from, to));
            }
        }
        if (count == 0) {
            leftovers.entity(LOOSE.formatted(draft.entity().schema()), draft.line());
        }
    }

    private void edge(FtmRecordDraft draft, Form form, String[] ends, String id) throws IOException {
        FtmFirstPass.Kind from = citing.survey().of(ends[0]);
        FtmFirstPass.Kind to = citing.survey().of(ends[1]);
        String schema = draft.entity().schema();
        if (from == FtmFirstPass.Kind.ORGANIZATION && to == FtmFirstPass.Kind.ORGANIZATION) {
            link(draft, id, form, ends);
        } else if (from == FtmFirstPass.Kind.PERSON && to == FtmFirstPass.Kind.ORGANIZATION) {
            role(draft, id, form, ends[0], ends[1]);
        } else if (from == FtmFirstPass.Kind.ORGANIZATION && to == FtmFirstPass.Kind.PERSON && form.bothWays()) {
            role(draft, id, form, ends[1], ends[0]);
        } else if (from == FtmFirstPass.Kind.PERSON && to == FtmFirstPass.Kind.PERSON) {
            leftovers.entity(PEOPLE.formatted(schema), draft.line());
        } else {
            boolean turned = from == FtmFirstPass.Kind.ORGANIZATION && to == FtmFirstPass.Kind.PERSON;
            leftovers.entity((turned ? TURNED : LOOSE).formatted(schema), draft.line());
        }
    }

    private void link(FtmRecordDraft draft, String id, Form form, String[] ends) throws IOException {
        boolean related = form.link().equals("related");
        List<String> said = new ArrayList<>(draft.all("role"));
        String stated = related && !said.isEmpty() ? stated(said.get(0), KINDS) : null;
        if (stated != null) {
            said.remove(0);
        } else if (related && said.isEmpty() && form.title() != null) {
            said.add(form.title());
        }
        said.addAll(draft.all(TYPE));
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("organization", ends[0]);
        cells.put("kind", stated == null ? form.link() : stated);
        cells.put("target", ends[1]);
        cells.put("from", best(draft, "organization_links", "from", "startDate"));
        cells.put("to", best(draft, "organization_links", "to", "endDate"));
        cells.put("note", said.isEmpty() ? null : String.join("; ", said));
        citing.cite(draft, "organization_link", cells);
        citing.sheets().write("organization_links", cells, draft.line());
    }

    private void role(FtmRecordDraft draft, String id, Form form, String person, String organization) throws IOException {
        String title = draft.together("role");
        Map<String, String> cells = period(draft, id, person, title != null ? title : form.titled());
        cells.computeIfAbsent("note", note -> draft.together(TYPE));
        cells.put("organization", organization);
        cells.put("kind", form.role());
        citing.cite(draft, "affiliation", cells);
        citing.sheets().write("affiliations", cells, draft.line());
    }

    private String best(FtmRecordDraft draft, String resource, String header, String property) {
        return citing.sheets().best(draft, resource, header, property);
    }

    private Map<String, String> period(FtmRecordDraft draft, String id, String person, String title) {
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

    /** Writes a public office. The file names no organization for it. */
    void occupancy(FtmRecordDraft draft) throws IOException {
        int count = 0;
        for (String holder : draft.all("holder")) {
            for (String post : draft.all("post")) {
                if (citing.survey().of(holder) != FtmFirstPass.Kind.PERSON
                        || citing.survey().of(post) != FtmFirstPass.Kind.POSITION) {
                    leftovers.entity(LOOSE.formatted(draft.entity().schema()), draft.line());
                    continue;
                }
                String id = citing.joining(draft, count++, holder, post);
                Map<String, String> cells = period(draft, id, holder, citing.survey().title(post));
                cells.put("organization", citing.survey().seat(post));
                cells.put("kind", "official");
                citing.cite(draft, "affiliation", cells);
                citing.sheets().write("affiliations", cells, draft.line());
            }
        }
        if (draft.all("holder").isEmpty() || draft.all("post").isEmpty()) {
            leftovers.entity(LOOSE.formatted(draft.entity().schema()), draft.line());
        }
    }

    /** What is the title of whoever holds it, and where that is. */
    void position(FtmRecordDraft draft) throws IOException {
        draft.one("name");
        if (citing.survey().seat(draft.id()) != null) {
            draft.one(FtmFirstPass.SEAT);
        }
    }

    /** Writes the parents of an organization. */
    void parents(FtmRecordDraft draft) throws IOException {
        for (String parent : draft.all("parent")) {
            if (citing.survey().of(parent) == FtmFirstPass.Kind.ORGANIZATION) {
                link(draft, citing.madeApart(draft.id() + "/parent/" + parent, draft.id() + "\n" + parent), PARENT,
                        new String[] { draft.id(), parent });
            } else {
                leftovers.entity("parent that is not an organization in the file", draft.line());
            }
        }
    }
}
