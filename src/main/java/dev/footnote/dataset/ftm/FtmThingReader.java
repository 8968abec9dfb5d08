package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.domain.event.EventKind;
import dev.footnote.domain.initiative.InitiativeKind;
import dev.footnote.domain.organization.OrganizationKind;

/** Converts people, organizations, initiatives and events with their names and identifiers. */
record FtmThingReader(FtmCitations citing, UnmappedProperties leftovers, DatasetProblems problems) {

    /** Identifier schemes by property. Identifiers of other registries are prefixed with the name of their property. */
    private static final Map<String, String> SCHEMES = Map.of("wikidataId", "wikidata", "leiCode", "lei", "isinCode", "isin",
            "isin", "isin", "ticker", "ticker");
    private static final List<String> OTHER_IDENTIFIERS = List.of("registrationNumber", "idNumber", "taxNumber", "vatCode",
            "dunsCode", "swiftBic", "innCode", "ogrnCode", "okpoCode", "kppCode", "cikCode", "irsCode", "bvdId", "icijId",
            "permId", "uscCode", "uniqueEntityId", "cageCode", "npiCode", "jibCode", "voenCode");
    private static final Set<String> KINDS = FtmRelationshipReader.words(OrganizationKind.class);
    /** Kinds of initiatives. */
    private static final Set<String> PROJECTS = FtmRelationshipReader.words(InitiativeKind.class);
    private static final Set<String> EVENTS = FtmRelationshipReader.words(EventKind.class);
    private static final Set<String> LIVING = Set.of("active", "live", "registered", "current");
    private static final Set<String> GONE = Set.of("inactive", "dissolved", "closed", "liquidated", "removed", "deregistered");

    void person(FtmRecordDraft draft) throws IOException {
        Map<String, String> cells = cells(draft);
        citing.cite(draft, "person", cells);
        citing.sheets().write("people", cells, draft.line());
        names(draft, "person", cells);
    }

    void organization(FtmRecordDraft draft) throws IOException {
        Map<String, String> cells = cells(draft);
        cells.put("kind", kind(draft));
        String country = best(draft, "organizations", "country", "jurisdiction", "mainCountry", "country");
        cells.put("country", country);
        // a repeated country is not lost data
        List.of("jurisdiction", "mainCountry", "country").stream().filter(name -> draft.entity().all(name).stream()
                .allMatch(value -> value.toUpperCase(Locale.ROOT).equals(country))).forEach(draft::all);
        cells.put("founded", best(draft, "organizations", "founded", "incorporationDate"));
        cells.put("website", best(draft, "organizations", "website", "website"));
        cells.put("status", status(draft));
        citing.cite(draft, "organization", cells);
        citing.sheets().write("organizations", cells, draft.line());
        names(draft, "organization", cells);
        for (String property : SCHEMES.keySet()) {
            identifiers(draft, property, SCHEMES.get(property), "", cells);
        }
        for (String property : OTHER_IDENTIFIERS) {
            identifiers(draft, property, "other", property + ":", cells);
        }
    }

    void initiative(FtmRecordDraft draft) throws IOException {
        Map<String, String> cells = cells(draft);
        cells.put("kind", keyword(draft, PROJECTS, "programme"));
        cells.put("status", best(draft, "initiatives", "status", "status"));
        cells.put("started", best(draft, "initiatives", "started", "startDate", "date"));
        cells.put("ended", best(draft, "initiatives", "ended", "endDate"));
        cells.put("place", draft.together("address"));
        placed(draft, "initiative", "initiatives", cells);
    }

    void event(FtmRecordDraft draft) throws IOException {
        Map<String, String> cells = cells(draft);
        cells.put("description", cells.remove("summary"));
        cells.put("kind", keyword(draft, EVENTS, "other"));
        cells.put("date", best(draft, "events", "date", "startDate", "date"));
        cells.put("end", best(draft, "events", "end", "endDate"));
        cells.put("place", draft.together("location"));
        placed(draft, "event", "events", cells);
    }

    private void placed(FtmRecordDraft draft, String kind, String resource, Map<String, String> cells) throws IOException {
        cells.put("country", best(draft, resource, "country", "country"));
        citing.cite(draft, kind, cells);
        citing.sheets().write(resource, cells, draft.line());
        names(draft, kind, cells);
    }

    private String best(FtmRecordDraft draft, String resource, String header, String... properties) {
        return citing.sheets().best(draft, resource, header, properties);
    }

    /** The kind of an entity if a keyword states it, else the default. */
    private static String keyword(FtmRecordDraft draft, Set<String> kinds, String defaultValue) {
        String stated = draft.entity().all("keywords").stream().map(word -> FtmRelationshipReader.stated(word, kinds))
                .filter(word -> word != null).findFirst().orElse(null);
        if (stated == null) {
            return defaultValue;
        }
        draft.one("keywords");
        return stated;
    }

    private static Map<String, String> cells(FtmRecordDraft draft) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", draft.id());
        cells.put("name", draft.label());
        cells.put("summary", draft.one("summary", "description", "notes"));
        return cells;
    }

    private static String kind(FtmRecordDraft draft) {
        String stated = FtmRelationshipReader.stated(draft.entity().first("classification"), KINDS);
        if (stated != null) {
            draft.one("classification");
            return stated;
        }
        return switch (draft.entity().schema()) {
            case "Company" -> "company";
            case "PublicBody", "Agency" -> "government";
            default -> "other";
        };
    }

    private static String status(FtmRecordDraft draft) {
        String status = draft.entity().first("status");
        String word = status == null ? "" : status.toLowerCase(Locale.ROOT);
        if (LIVING.contains(word) || GONE.contains(word)) {
            draft.one("status");
            return LIVING.contains(word) ? "active" : "inactive";
        }
        return draft.entity().first("dissolutionDate") == null ? null : "inactive";
    }

    private void names(FtmRecordDraft draft, String owner, Map<String, String> cells) throws IOException {
        Set<String> met = new HashSet<>(Set.of(cells.get("name")));
        name(draft, "name", "spelling", owner, met);
        name(draft, "abbreviation", "abbreviation", owner, met);
        name(draft, "previousName", "former", owner, met);
        name(draft, "alias", "alias", owner, met);
        name(draft, "weakAlias", "alias", owner, met);
    }

    private void name(FtmRecordDraft draft, String property, String kind, String owner, Set<String> met) throws IOException {
        for (String text : draft.all(property)) {
            if (met.add(text)) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("id", citing.made("names", draft.id() + "/" + text, draft.id() + "\n" + text));
                cells.put(owner, draft.id());
                cells.put("text", text);
                cells.put("kind", kind);
                citing.cite(draft, "name", cells);
                citing.sheets().write("names", cells, draft.line());
            }
        }
    }

    private void identifiers(FtmRecordDraft draft, String property, String scheme, String prefix, Map<String, String> owner)
            throws IOException {
        for (String value : draft.all(property)) {
            String text = prefix + value;
            long own = OnDiskHashIndex.hash(draft.id());
            long other = citing.ledger().put("identifier " + scheme + " " + text, own);
            if (other == 0) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("id", citing.made("identifiers", scheme + "/" + text, scheme + "\n" + text));
                cells.put("organization", draft.id());
                cells.put("scheme", scheme);
                cells.put("value", text);
                citing.cite(draft, "identifier", cells);
                citing.sheets().write("identifiers", cells, draft.line());
            } else if (other != own) {
                problems.warn(new DatasetProblem(citing.file(), draft.line(), 0, property, value,
                        "Another organization has the same identifier, which must be unique. It is left out of"
                                + " \"" + owner.get("name")
                                + "\"."));
            }
        }
    }
}
