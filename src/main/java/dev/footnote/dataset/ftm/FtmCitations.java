package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the sources of an entity, and creates sources that are not entities of the file. */
record FtmCitations(FtmFirstPass survey, OnDiskHashIndex ledger, FtmTempTables sheets, String file) {

    /** Properties that may hold the title of a document, best first. */
    private static final List<String> TITLES = List.of("title", "name", "fileName", "subject");

    /**
     * Cites the sources of a record: the first in its own cells, the others as rows of the citations file.
     *
     * @param kind kind of the record, as in its global id
     */
    void cite(FtmRecordDraft draft, String kind, Map<String, String> cells) throws IOException {
        List<String> sources = sources(draft);
        cells.put("source", sources.get(0));
        for (String source : sources.subList(1, sources.size())) {
            sheets.write("citations", Map.of("subject", kind + ":" + cells.get("id"), "source", source), draft.line());
        }
    }

    private List<String> sources(FtmRecordDraft draft) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String document : draft.all("proof")) {
            if (survey.of(document) == FtmFirstPass.Kind.DOCUMENT) {
                sources.add(document);
            }
        }
        List<String> urls = addresses(draft, sources);
        String retrieved = urls.isEmpty() ? null : sheets.best(draft, "sources", "retrieved", "retrievedAt");
        String publisher = urls.isEmpty() ? null : draft.one("publisher");
        for (String url : urls) {
            String id = source("url-" + Long.toHexString(OnDiskHashIndex.hash(url)), url);
            made(id, "website", url, draft.line(), url, publisher, retrieved);
            sources.add(id);
        }
        if (sources.isEmpty()) {
            for (String dataset : draft.entity().datasets()) {
                String id = source(dataset, dataset);
                made(id, "dataset", dataset, draft.line(), null, null, null);
                sources.add(id);
            }
        }
        if (sources.isEmpty()) {
            String id = source(file, file);
            made(id, "dataset", file, draft.line(), null, null, null);
            sources.add(id);
        }
        return sources;
    }

    /** Source URLs of an entity, without those of documents that are already cited. */
    private List<String> addresses(FtmRecordDraft draft, List<String> documents) {
        List<String> all = draft.all("sourceUrl");
        List<String> urls = all.stream()
                .filter(url -> documents.stream().noneMatch(document -> survey.stands(document, url))).toList();
        if (urls.isEmpty() && !all.isEmpty()) {
            // these documents name their publishers themselves
            draft.all("publisher");
        }
        return urls;
    }

    private String source(String id, String owner) throws IOException {
        return free("sources", id, owner, taken -> survey.of(taken) == FtmFirstPass.Kind.DOCUMENT);
    }

    /** Creates an id for a record that is not an entity itself, such as a name; the same owner always gets the same id. */
    String made(String resource, String id, String owner) throws IOException {
        return free(resource, id, owner, taken -> false);
    }

    /** Creates an id for a further record of an entity, different from the ids of all entities in the file. */
    String madeApart(String id, String owner) throws IOException {
        return free("edges", id, owner, taken -> survey.lines(taken) > 0);
    }

    /**
     * An id of what joins two: the first of the records of an entity has its id, and the others have ids that no entity has.
     */
    String joining(FtmRecordDraft draft, int before, String from, String to) throws IOException {
        return before == 0 ? draft.id() : madeApart(draft.id() + "/" + (before + 1), draft.id() + "\n" + from + "\n" + to);
    }

    private String free(String resource, String id, String owner, Predicate<String> given) throws IOException {
        long own = OnDiskHashIndex.hash(owner);
        String free = id;
        for (int i = 2; given.test(free) || !List.of(0L, own).contains(ledger.put("made " + resource + " " + free, own)); i++) {
            free = id + "~" + i;
        }
        return free;
    }

    private void made(String id, String kind, String title, long line, String... rest) throws IOException {
        if (ledger.put("source " + id, 1) != 0) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("kind", kind);
        cells.put("title", title);
        cells.put("url", rest[0]);
        cells.put("publisher", publisher(rest[1], id, line));
        cells.put("retrieved", rest[2]);
        sheets.write("sources", cells, line);
    }

    /** The id of the organization of that name; it is created if the file has none. */
    private String publisher(String name, String source, long line) throws IOException {
        String known = name == null ? null : survey.organization(name);
        if (name == null || known != null) {
            return known;
        }
        String id = free("organizations", "publisher/" + name, name,
                taken -> survey.of(taken) == FtmFirstPass.Kind.ORGANIZATION);
        if (ledger.put("publisher " + name, 1) == 0) {
            sheets.write("organizations", Map.of("id", id, "kind", "media", "name", name, "source", source), line);
        }
        return id;
    }

    /** Writes a document, which is a source itself. */
    void document(FtmRecordDraft draft) throws IOException {
        String schema = draft.entity().schema();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", draft.id());
        cells.put("kind", schema.equals("Article") ? "article" : schema.equals("HyperText") ? "website" : "other");
        String title = draft.one(TITLES.toArray(String[]::new));
        // a repeated title is not lost data
        TITLES.stream().filter(name -> title != null && draft.entity().all(name).equals(List.of(title))).forEach(draft::all);
        cells.put("title", title != null ? title : draft.entity().caption() != null ? draft.entity().caption() : draft.id());
        cells.put("url", sheets.best(draft, "sources", "url", "sourceUrl"));
        cells.put("publisher", publisher(draft.one("publisher"), draft.id(), draft.line()));
        cells.put("authors", draft.together("author"));
        cells.put("published", sheets.best(draft, "sources", "published", "publishedAt", "authoredAt", "date"));
        cells.put("retrieved", sheets.best(draft, "sources", "retrieved", "retrievedAt"));
        cells.put("language", sheets.best(draft, "sources", "language", "language"));
        sheets.write("sources", cells, draft.line());
    }

    /** Tells what a draft that was cited gives as proof and the file has not. */
    void missing(FtmRecordDraft draft, UnmappedProperties leftovers) {
        if (draft.took("proof")) {
            draft.all("proof").stream().filter(document -> survey.of(document) != FtmFirstPass.Kind.DOCUMENT)
                    .forEach(document -> leftovers.entity("proof that is no document in the file", draft.line()));
        }
    }

    /** Writes that a document is about an entity. */
    void about(FtmRecordDraft draft, UnmappedProperties leftovers) throws IOException {
        int count = 0;
        for (String document : draft.all("document")) {
            for (String entity : draft.all("entity")) {
                count++;
                String kind = switch (survey.of(entity)) {
                    case PERSON -> "person";
                    case ORGANIZATION -> "organization";
                    case INITIATIVE -> "initiative";
                    case EVENT -> "event";
                    default -> null;
                };
                if (kind != null && survey.of(document) == FtmFirstPass.Kind.DOCUMENT) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    cells.put("subject", kind + ":" + entity);
                    cells.put("source", document);
                    cells.put("note", draft.together("role"));
                    sheets.write("citations", cells, draft.line());
                } else {
                    leftovers.entity(FtmRelationshipReader.NOWHERE.formatted("Documentation"), draft.line());
                }
            }
        }
        if (count == 0) {
            leftovers.entity(FtmRelationshipReader.NOWHERE.formatted("Documentation"), draft.line());
        }
    }
}
