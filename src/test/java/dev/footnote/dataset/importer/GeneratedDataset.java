package dev.footnote.dataset.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import dev.footnote.DomainMetamodel;
import dev.footnote.dataset.datapackage.ColumnDependency;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import graphql.Scalars;
import graphql.schema.GraphQLEnumType;

/** A dataset of hard cases: unknown values, ties, dates of every precision, texts of every script. */
public final class GeneratedDataset {

    private static final Map<String, Integer> SIZES = Map.ofEntries(Map.entry("sources", 12), Map.entry("people", 90),
            Map.entry("organizations", 110), Map.entry("affiliations", 400), Map.entry("initiatives", 100),
            Map.entry("participations", 400), Map.entry("topics", 20), Map.entry("initiative_topics", 150),
            Map.entry("events", 220), Map.entry("event_topics", 80), Map.entry("products", 60), Map.entry("names", 150),
            Map.entry("identifiers", 40),
            Map.entry("organization_links", 150), Map.entry("financial_reports", 60), Map.entry("figures", 200));

    private static final String[] WORDS = { "a", "A", "ä", "é", "e\u0301", "小米", "武汉大学", "雷军", "ｆ", "😀", "𠀀", "x,y",
            "he said \"no\"", "line\nbreak", "line\r\nbreak", "100%", "_", "!", "'", "\\", " b ", "ß", "Z", "\t", "\ufffd", "％",
            "＿", "ΟΔΟΣ", "οδοσα", "ﬁ", "Ⅻ", "İ", "ı" };
    private static final String[] DATES = { "1999", "2000", "2000-01", "2000-01-01", "2000-01-02", "2000-02", "2000-02-29",
            "2000-12-31", "2001", "2001-01", "1066-10-14", "1500", "0476-09", "0001", "9999-12-31" };
    private static final String[] DECIMALS = { "0", "-0", "1.5", "1.50", "-1.5", "18.9", "0.000000000001",
            "99999999999999999999999999", "-99999999999999999999999999.999999999999", "59500000000", "10", "9" };

    private final Random random;
    private final Metamodel metamodel;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    private GeneratedDataset(Random random) {
        this.random = random;
        this.metamodel = DomainMetamodel.create();
    }

    /** A new temporary folder with the dataset of the seed. */
    public static Path folder(long seed) {
        try {
            Path folder = Files.createTempDirectory("generated-dataset");
            write(folder, seed);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the dataset into the folder. */
    public static void write(Path folder, long seed) {
        try {
            new GeneratedDataset(new Random(seed)).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path folder) throws IOException {
        List<EntityColumns> allColumns = metamodel.entityTypes().stream()
                .filter(entityType -> entityType.resource() != null && SIZES.containsKey(entityType.resource()))
                .map(EntityColumns::new)
                .toList();
        for (EntityColumns entityColumns : allColumns) {
            String resource = entityColumns.entityType().resource();
            List<String> slugs = new ArrayList<>();
            for (int i = 0; i < SIZES.get(resource); i++) {
                slugs.add((chance(5) ? "小:米 " : chance(5) ? "é," : "r") + i);
            }
            ids.put(resource, slugs);
        }
        StringBuilder resources = new StringBuilder();
        for (EntityColumns entityColumns : allColumns) {
            file(folder, entityColumns.entityType().resource(), records(entityColumns), resources);
        }
        file(folder, "citations", citations(), resources);
        Files.writeString(folder.resolve("datapackage.json"),
                "{\"name\": \"generated\", \"resources\": [" + resources.substring(1) + "]}");
    }

    private static void file(Path folder, String resource, List<List<String>> lines, StringBuilder resources)
            throws IOException {
        Files.writeString(folder.resolve(resource + ".csv"),
                lines.stream().map(line -> line.stream().map(GeneratedDataset::quoted).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
        resources.append(",{\"name\": \"").append(resource).append("\", \"path\": \"").append(resource).append(".csv\"}");
    }

    private static String quoted(String cell) {
        return cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private List<List<String>> records(EntityColumns entityColumns) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(entityColumns.headers());
        for (String slug : ids.get(entityColumns.entityType().resource())) {
            List<String> exclusive = new ArrayList<>();
            List<String> chosen = new ArrayList<>();
            for (List<String> group : entityColumns.entityType().exactlyOne()) {
                exclusive.addAll(group);
                chosen.add(group.get(random.nextInt(group.size())));
            }
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("id", slug);
            for (TableColumn column : entityColumns.columns()) {
                boolean filled = exclusive.contains(column.header()) ? chosen.contains(column.header())
                        : column.header().endsWith("_currency")
                                ? cells.get(column.header().replace("_currency", "_amount")) != null
                                : column.required() || !chance(3);
                cells.put(column.header(), filled ? cell(column, slug) : null);
            }
            if (entityColumns.entityType().resource().equals("sources") && lines.size() == 1) {
                cells.put("kind", "article"); // one at least, because articles are written in a way of their own
            }
            entityColumns.ties().forEach(tie -> tie(entityColumns, tie, cells));
            if (entityColumns.entityType().cited() && !chance(10)) {
                cells.put("source", skewed(ids.get("sources")));
                cells.put("locator", chance(3) ? null : text());
                cells.put("note", chance(2) ? null : text());
                cells.put("stance", chance(2) ? null : any("supports", "contested", "DISPUTES"));
            }
            lines.add(entityColumns.headers().stream().map(cells::get).toList());
        }
        return lines;
    }

    /** Fills what another cell calls for, and empties what it does not let be. */
    private void tie(EntityColumns entityColumns, ColumnDependency tie, Map<String, String> cells) {
        if (tie.isLoose(cells::get)) {
            tie.headers().forEach(header -> cells.put(header, null));
        } else if (tie.isMissing(cells::get)) {
            entityColumns.columns().stream().filter(column -> tie.headers().contains(column.header()))
                    .forEach(column -> cells.put(column.header(), cell(column, cells.get("id"))));
        }
    }

    private String cell(TableColumn column, String slug) {
        if (column.target() != null) {
            return skewed(ids.get(metamodel.entityType(column.target()).resource()));
        }
        Attribute.Scalar value = column.value();
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return enumeration.getValues().get(random.nextInt(enumeration.getValues().size())).getName().toLowerCase();
        }
        return switch (value.domain()) {
            case INTEGER -> Integer.toString(2000 + random.nextInt(4));
            case BOOLEAN -> Boolean.toString(chance(2));
            case DECIMAL -> any(DECIMALS);
            case DATE -> any(DATES);
            default -> column.header().equals("value") ? "v" + slug : scalar(value);
        };
    }

    private String scalar(Attribute.Scalar value) {
        if (value.type() == Scalars.GraphQLString) {
            return value.name().equals("metric") ? any("revenue", "profit", "小米", "a-b") : text();
        }
        String name = ((graphql.schema.GraphQLNamedType) value.type()).getName();
        return switch (name) {
            case "URL" -> any("https://example.org/a", "http://example.org/?b=\u00e9");
            case "CurrencyCode" -> any("CNY", "USD", "EUR");
            case "CountryCode" -> any("CN", "DE");
            default -> any("en", "zh-Hans");
        };
    }

    /** A second citation for a third of the records, and the first for those that have none in their line. */
    private List<List<String>> citations() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(dev.footnote.dataset.datapackage.DatasetReader.CITATIONS);
        for (EntityType entityType : metamodel.entityTypes()) {
            if (entityType.cited()) {
                for (String slug : ids.get(entityType.resource())) {
                    lines.add(List.of(entityType.table() + ":" + slug, chance(2) ? "slug" : "", skewed(ids.get("sources")),
                            "unlike the first " + text(), chance(2) ? "" : text(), chance(4) ? text() : "",
                            any("", "", "Supports", "contested", "disputes")));
                }
            }
        }
        return lines;
    }

    private String text() {
        StringBuilder text = new StringBuilder(any(WORDS));
        for (int words = random.nextInt(3); words > 0; words--) {
            text.append(any(WORDS));
        }
        // a cell of blanks alone is nothing that a test should depend on
        return text.toString().isBlank() ? "blank" : text.toString();
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** A few of them very often, many of them never. */
    private String skewed(List<String> values) {
        double place = random.nextDouble();
        return values.get((int) (place * place * place * values.size()));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }
}
