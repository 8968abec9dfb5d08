package dev.footnote.explorer.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SnakeCase;
import dev.footnote.query.document.BuiltInDocuments;

/** All documents of the pages, by name. A page sends the name, so that pages work where only trusted documents do. */
@Singleton
public class ExplorerDocuments implements BuiltInDocuments {

    private static final String PREFIX = "explorer-";
    private static final List<String> FILES = List.of("search", "source", "path", "path-ends", "disagreements");

    /** The most root fields that a document may have by default. */
    private static final int ROOT_FIELDS = 25;
    /** Root fields of the start page beside its lists. */
    private static final int OTHERS = 4;

    /** Kept, because every page writes the names of all lists. */
    private static final Map<String, String> KEBABS = new ConcurrentHashMap<>();

    private final Metamodel metamodel;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, EntityType> records = new LinkedHashMap<>();
    private final Map<String, QueryField.Connection> lists = new LinkedHashMap<>();

    private final Map<EntityType, QueryField.Lookup> lookups = new HashMap<>();
    private final List<QueryField.Connection> nouns;
    private final List<Gap> gaps;

    ExplorerDocuments(Metamodel metamodel) {
        this.metamodel = metamodel;
        FILES.forEach(name -> texts.put(PREFIX + name, file(name)));
        metamodel.roots().forEach(root -> {
            if (root instanceof QueryField.Connection list) {
                addList(list);
            } else if (root instanceof QueryField.Lookup lookup) {
                lookups.putIfAbsent(lookup.entityType(), lookup);
            }
        });
        nouns = lists.values().stream().filter(list -> isNoun(list.entityType()))
                .sorted(Comparator.comparing(list -> -Selection.relations(list.entityType()).size())).toList();
        gaps = Stream.concat(
                nouns.stream().filter(list -> list.entityType().isEditable()).flatMap(list -> Gap.of(list).stream()),
                lists.values().stream().filter(list -> list.entityType().dated() != null).map(Gap::end)).toList();
        // a record that nothing leads to, such as the dataset itself, has no page
        metamodel.entityTypes().stream().filter(type -> isNoun(type) || listOf(type).isPresent()).forEach(this::addRecord);
        records.values().stream().filter(EntityType::isEditable).forEach(this::addEdit);
        texts.put(named("start"), start());
        for (int part = 1; part <= partsOfGaps(); part++) {
            texts.put(missing(part), gaps(part).stream().map(Gap::text)
                    .collect(Collectors.joining("", "query ExplorerMissing($at: PartialDate) {\n", "}\n")));
        }
    }

    /** What records may lack, as much as one request may ask for. */
    public List<Gap> gaps(int part) {
        return gaps.stream().skip((long) ROOT_FIELDS * (part - 1)).limit(ROOT_FIELDS).toList();
    }

    public int partsOfGaps() {
        return (gaps.size() + ROOT_FIELDS - 1) / ROOT_FIELDS;
    }

    /** The document that counts one part of what records may lack. */
    public static String missing(int part) {
        return named("missing") + (part == 1 ? "" : "-" + part);
    }

    /** The dataset, the number of records of each kind, and its latest documents. */
    private String start() {
        String counts = Stream.concat(nouns().stream().map(WholeSelection::records),
                relations().stream().map(WholeSelection::relations)).collect(Collectors.joining());
        return "query ExplorerStart($at: PartialDate) {\n  dataset { title description licence version }\n" + counts
                + file("start") + "}\n";
    }

    /** The lists of relations that the start page draws, as many as one request may ask for. */
    public List<QueryField.Connection> relations() {
        return WholeSelection.relations(lists.values().stream().filter(list -> !isNoun(list.entityType())))
                .stream().limit(Math.max(0, ROOT_FIELDS - nouns().size() - OTHERS)).toList();
    }

    private void addRecord(EntityType type) {
        records.put(segment(type), type);
        texts.computeIfAbsent(record(type), name -> new RecordDocument(metamodel, type, lookup(type)).text());
        lookup(type).map(lookup -> new GraphDocument(metamodel, type, lookup)).filter(graph -> !graph.isEmpty())
                .ifPresent(graph -> texts.put(graph(type), graph.text()));
    }

    private void addEdit(EntityType type) {
        texts.put(edit(type), new EditDocument(type).text());
    }

    private void addList(QueryField.Connection list) {
        lists.put(segment(list), list);
        ListDocument document = new ListDocument(metamodel, list);
        texts.put(list(list), document.page());
        texts.put(table(list), document.table());
    }

    @Override
    public Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The entity type whose records are at that first part of a path. */
    public Optional<EntityType> type(String segment) {
        return Optional.ofNullable(records.get(segment));
    }

    /** The list at that path. */
    public Optional<QueryField.Connection> listAt(String segment) {
        return Optional.ofNullable(lists.get(segment));
    }

    /** The list of all records of an entity type. */
    public Optional<QueryField.Connection> listOf(EntityType type) {
        return lists.values().stream().filter(list -> list.entityType() == type).findFirst();
    }

    /** The entity types with a lookup: those that are more than a relation between others. */
    public boolean isNoun(EntityType type) {
        return lookups.containsKey(type);
    }

    /** The lists of the records that are more than a relation between others, those with most relations first. */
    public List<QueryField.Connection> nouns() {
        return nouns;
    }

    public Optional<QueryField.Lookup> lookup(EntityType type) {
        return Optional.ofNullable(lookups.get(type));
    }

    public static String named(String file) {
        return PREFIX + file;
    }

    public static String record(EntityType type) {
        return PREFIX + segment(type);
    }

    /** The document of the graph of a record. */
    public static String graph(EntityType type) {
        return record(type) + "-graph";
    }

    /** The document of the page on which a record is edited. */
    public static String edit(EntityType type) {
        return record(type) + "-edit";
    }

    public static String list(QueryField.Connection list) {
        return PREFIX + kebab(list.name());
    }

    /** The document of a list without facets, for exports. */
    public static String table(QueryField.Connection list) {
        return list(list) + "-table";
    }

    /** The first part of the path of a record. */
    public static String segment(EntityType type) {
        return type.table().replace('_', '-');
    }

    /** The path of a list. Changes are served as events under their own name. */
    public static String segment(QueryField.Connection list) {
        return list.name().equals("changes") ? "record-changes" : kebab(list.name());
    }

    public static String kebab(String name) {
        return KEBABS.computeIfAbsent(name, one -> SnakeCase.of(one).replace('_', '-'));
    }

    private static String file(String name) {
        try (InputStream in = ExplorerDocuments.class.getResourceAsStream("/explorer/" + name + ".graphql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The documents of the pages ship with the product", e);
        }
    }
}
