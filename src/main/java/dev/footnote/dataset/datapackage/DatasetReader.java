package dev.footnote.dataset.datapackage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.domain.source.Citation;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** Reads the records of a dataset by entity type, whatever the format of the files. */
public final class DatasetReader {

    /** Columns of the citations file, which holds the citations that are not in a record's own row. */
    public static final List<String> CITATIONS = List.of("subject", "field", "source", "locator", "note", "quote", "stance");
    public static final List<String> NEEDED_OF_CITATIONS = List.of("subject", "source");

    /** Resource of a delta package that lists the records to delete, and its one column. */
    public static final String DELETIONS = "deletions";
    public static final String RECORD = "record";

    private final boolean delta;
    private final List<EntityColumns> allColumns;
    private final Map<String, RecordSource> feeds = new LinkedHashMap<>();

    /**
     * Creates a reader.
     *
     * @param delta whether the dataset holds only changes
     * @param feeds record sources by resource, numbered from 0 in their order
     */
    public DatasetReader(Metamodel metamodel, boolean delta, Map<String, ? extends RecordSource> feeds) {
        this(allColumns(metamodel), delta, feeds);
    }

    /** @param allColumns of {@link #allColumns(Metamodel)}, where they are there already */
    public DatasetReader(List<EntityColumns> allColumns, boolean delta, Map<String, ? extends RecordSource> feeds) {
        this.delta = delta;
        this.feeds.putAll(feeds);
        this.allColumns = allColumns;
    }

    public DatasetReader(Metamodel metamodel, DatasetFolder folder, DataPackageDescriptor descriptor,
            DatasetProblems problems) {
        this(metamodel, descriptor.delta(), tables(metamodel, folder, descriptor, problems));
    }

    private static Map<String, CsvTableReader> tables(Metamodel metamodel, DatasetFolder folder,
            DataPackageDescriptor descriptor,
            DatasetProblems problems) {
        List<String> known = resources(metamodel);
        if (descriptor.delta()) {
            known.add(DELETIONS);
        }
        Map<String, CsvTableReader> tables = new LinkedHashMap<>();
        for (ResourceDescriptor resource : descriptor.resources().values()) {
            // some desktop programs write file names in upper case
            String name = resource.name().toLowerCase(Locale.ROOT);
            if (!known.contains(name)) {
                problems.add(folder.has(DataPackageDescriptor.FILE) ? DataPackageDescriptor.FILE : resource.files().get(0), 0,
                        0,
                        unknown(resource.name(), known));
            } else if (tables.put(name, new CsvTableReader(folder, resource, tables.size(), problems)) != null) {
                problems.add(resource.files().get(0), 0, 0,
                        "There are two resources whose names differ only in case. Keep one.");
            }
        }
        return tables;
    }

    private static String unknown(String name, List<String> known) {
        return name.equals(DELETIONS)
                ? "The resource \"deletions\" belongs in a package that holds only what has changed."
                        + " Write \"footnote\": {\"delta\": true} beside the resources, or leave it out."
                : "The resource \"" + name + "\" is unknown to Footnote. It knows " + String.join(", ", known) + ".";
    }

    /** Names of all resources that a dataset may have; referenced ones come before those that refer to them. */
    public static List<String> resources(Metamodel metamodel) {
        return new ArrayList<>(ordered(metamodel).stream().map(EntityType::resource).toList());
    }

    /**
     * Columns of all entity types with records of their own, without citations; referenced types come before those that refer
     * to them.
     */
    public static List<EntityColumns> allColumns(Metamodel metamodel) {
        return ordered(metamodel).stream().filter(entityType -> entityType.entity() != Citation.class).map(EntityColumns::new)
                .toList();
    }

    /** Entity types by name of their resource, so that no other name in the code decides on the order. */
    private static Set<EntityType> ordered(Metamodel metamodel) {
        Set<EntityType> ordered = new LinkedHashSet<>();
        visit(metamodel, metamodel.entityType(Source.class), ordered);
        metamodel.entityTypes().stream().filter(entityType -> entityType.resource() != null)
                .sorted(Comparator.comparing(EntityType::resource))
                .forEach(entityType -> visit(metamodel, entityType, ordered));
        return ordered;
    }

    private static void visit(Metamodel metamodel, EntityType entityType, Set<EntityType> ordered) {
        if (entityType.resource() == null || ordered.contains(entityType)) {
            return;
        }
        for (Attribute attribute : entityType.attributes()) {
            if (attribute instanceof Attribute.ToOne relation && relation.target() != entityType.entity()) {
                visit(metamodel, metamodel.entityType(relation.target()), ordered);
            }
        }
        ordered.add(entityType);
    }

    /** Columns of all entity types. {@link #has} says which of them the dataset has. */
    public List<EntityColumns> allColumns() {
        return allColumns;
    }

    public boolean has(EntityType entityType) {
        return feeds.containsKey(entityType.resource());
    }

    /**
     * Reads all records of an entity type, or all rows of the citations file. Records that cannot be read are reported as
     * errors.
     */
    public void read(EntityType entityType, Consumer<SourceRecord> reading) throws IOException {
        if (entityType.entity() == Citation.class) {
            feeds.get(entityType.resource()).read(CITATIONS, NEEDED_OF_CITATIONS, reading);
        } else {
            EntityColumns entityColumns = allColumns.stream().filter(one -> one.entityType() == entityType).findFirst()
                    .orElseThrow();
            feeds.get(entityType.resource()).read(entityColumns.headers(), entityColumns.needed(), reading);
        }
    }

    /** Fraction of the records of an entity type that has been read, from 0 to 1; also 0 if unknown. */
    public double share(EntityType entityType) {
        return feeds.get(entityType.resource()).share();
    }

    /** Whether the files have records of an entity type that are not read because a mapping excludes them. */
    public boolean leavesOut(EntityType entityType) {
        return has(entityType) && feeds.get(entityType.resource()).leavesOut();
    }

    /** Reads the ids of the excluded records. */
    public void leftOut(EntityType entityType, Consumer<String> reading) throws IOException {
        feeds.get(entityType.resource()).leftOut(reading);
    }

    /** Whether the dataset holds only changes: new, changed and deleted records. */
    public boolean delta() {
        return delta;
    }

    public boolean hasDeletions() {
        return feeds.containsKey(DELETIONS);
    }

    /** Reads the records to delete. Each row names one in the column {@link #RECORD}, such as {@code organization:xiaomi}. */
    public void deletions(Consumer<SourceRecord> reading) throws IOException {
        feeds.get(DELETIONS).read(List.of(RECORD), List.of(RECORD), reading);
    }

    /** Source of the records of an entity type; null if the dataset has none. */
    public RecordSource feed(EntityType entityType) {
        return feeds.get(entityType.resource());
    }

    /** Finds the cells from which a column was read in the given lines. Called before {@link #problem}. */
    public void look(String header, Collection<Long> places) throws IOException {
        Map<Integer, List<RecordSource.Place>> byFeed = places.stream().map(RecordSource.Place::of)
                .collect(Collectors.groupingBy(RecordSource.Place::feed));
        List<RecordSource> all = List.copyOf(feeds.values());
        for (Map.Entry<Integer, List<RecordSource.Place>> some : byFeed.entrySet()) {
            all.get(some.getKey()).look(header, some.getValue());
        }
    }

    /** File and line of a place, such as {@code people.csv:2}. */
    public String where(long place) {
        DatasetProblem there = problem(place, null, null, "");
        return there.file() + ":" + there.line();
    }

    /** Creates a problem for a line that was read before. */
    public DatasetProblem problem(long place, String header, String message) {
        return problem(place, header, null, message);
    }

    /**
     * Creates a problem for a cell that was read before.
     *
     * @param value text of the cell
     */
    public DatasetProblem problem(long place, String header, String value, String message) {
        RecordSource.Place found = RecordSource.Place.of(place);
        return List.copyOf(feeds.values()).get(found.feed()).problem(found, header, value, message);
    }
}
