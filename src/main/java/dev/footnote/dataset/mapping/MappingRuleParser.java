package dev.footnote.dataset.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.footnote.dataset.datapackage.DatasetProblems;

/**
 * Parses the rules of a mapping from JSON.
 *
 * @param file name of the mapping, for problems
 */
record MappingRuleParser(String file, DatasetProblems problems) {

    private static final Pattern PART = Pattern.compile("\\{\\{|\\{([^{}]*)\\}|[^{]+|\\{");
    private static final Set<String> KEYS = Set.of("from", "each", "when", "unless", "once", "merge", "existing", "columns");
    private static final Set<String> PARTS = Set.of("text", "without", "values", "round", "match");

    private void problem(LocatedJson at, String message) {
        problems.add(file, at.line(), at.column(), message);
    }

    /**
     * Parses a rule.
     *
     * @return null if it is not a rule
     */
    MappingRule rule(LocatedJson said) {
        if (said.map() == null || said.map().get("from") == null || said.map().get("columns") == null
                || said.map().get("columns").map() == null) {
            problem(said, "A rule says from which resource it reads and which columns it fills, such as"
                    + " {\"from\": \"firms\", \"columns\": {\"id\": \"{firm_id}\"}}.");
            return null;
        }
        Map<String, LocatedJson> parts = said.map();
        parts.forEach((key, part) -> {
            if (!KEYS.contains(key)) {
                problem(part,
                        "A rule has no \"" + key + "\". It may have from, each, when, unless, once, merge, existing, columns.");
            }
        });
        Map<String, Expression> columns = new LinkedHashMap<>();
        Set<String> byName = new LinkedHashSet<>();
        parts.get("columns").map().forEach((header, column) -> {
            columns.put(header, expression(column));
            if (column.map() != null && column.map().containsKey("match")) {
                byName.add(header);
            }
        });
        return new MappingRule(parts.get("from").text(), each(parts.get("each")), conditions(parts.get("when")),
                conditions(parts.get("unless")), again(parts), truth(parts.get("existing")), columns, byName,
                new MappingRule.Place(said.line(), said.column()));
    }

    private MappingRule.Again again(Map<String, LocatedJson> parts) {
        boolean once = truth(parts.get("once"));
        boolean merge = truth(parts.get("merge"));
        if (once && merge) {
            problem(parts.get("merge"), "A repeated record is either left out or merged. Write once or merge.");
        }
        return once ? MappingRule.Again.ONCE : merge ? MappingRule.Again.MERGE : MappingRule.Again.READ;
    }

    private boolean truth(LocatedJson said) {
        if (said != null && !(said.value() instanceof Boolean)) {
            problem(said, "Write true or false, without quotes.");
        }
        return said != null && Boolean.TRUE.equals(said.value());
    }

    private MappingRule.Each each(LocatedJson said) {
        if (said == null) {
            return null;
        }
        Map<String, LocatedJson> parts = said.map();
        if (parts == null || parts.get("of") == null || parts.get("as") == null
                || !Set.of("of", "at", "by", "as").containsAll(parts.keySet())) {
            problem(said,
                    "Write {\"of\": \"column\", \"at\": \"|\", \"as\": \"piece\"} for a record of each piece of a cell, or"
                            + " {\"of\": [\"one\", \"two\"], \"as\": [\"column\", \"cell\"]} for a record of each column.");
            return null;
        }
        List<String> of = texts(parts.get("of"));
        String at = parts.get("at") == null ? null : parts.get("at").text();
        if (at != null && (at.isEmpty() || of.size() > 1)) {
            problem(parts.get("at"), "Only the cells of one column can be split, at a separator that is not empty. Name both.");
        }
        String by = parts.get("by") == null ? null : parts.get("by").text();
        List<String> as = texts(parts.get("as"));
        if (at == null && as.size() != 2) {
            problem(parts.get("as"), "Give two names: one for the name of the column and one for its cell. To split a"
                    + " cell, set \"at\" to the separator.");
        }
        return new MappingRule.Each(of, at, by == null || by.isEmpty() ? null : by, as);
    }

    private List<String> texts(LocatedJson said) {
        List<String> texts = new ArrayList<>();
        for (LocatedJson one : said.list()) {
            if (one.text() == null) {
                problem(one, "Write a text here.");
            } else {
                texts.add(one.text());
            }
        }
        return texts;
    }

    private List<MappingRule.Condition> conditions(LocatedJson said) {
        List<MappingRule.Condition> conditions = new ArrayList<>();
        if (said == null) {
            return conditions;
        }
        if (said.map() == null) {
            problem(said, "Write conditions on columns, such as {\"type\": [\"school\", \"college\"], \"name\": true}.");
            return conditions;
        }
        said.map().forEach((name, value) -> {
            if (value.value() instanceof Boolean filled) {
                conditions.add(new MappingRule.Condition(name, null, filled));
            } else {
                conditions.add(new MappingRule.Condition(name, new LinkedHashSet<>(texts(value)), true));
            }
        });
        return conditions;
    }

    private Expression expression(LocatedJson said) {
        if (said.text() != null) {
            return template(said);
        }
        if (said.value() instanceof List<?>) {
            return new Expression.First(said.list().stream().map(this::expression).toList());
        }
        Map<String, LocatedJson> parts = said.map();
        if (parts == null || parts.get("text") == null || !PARTS.containsAll(parts.keySet())) {
            problem(said, "Write a text such as \"{name}\", a list of texts of which the first with a value is used, or"
                    + " {\"text\": \"{type}\", \"values\": {\"school\": \"university\", \"*\": \"other\"}}.");
            return new Expression.First(List.of());
        }
        LocatedJson without = parts.get("without");
        if (parts.get("match") != null && !"name".equals(parts.get("match").text())) {
            problem(parts.get("match"), "Write \"match\": \"name\" where the text is the name of a record instead of its id.");
        }
        return rounded(parts.get("round"), new ValueTranslation(expression(parts.get("text")),
                without == null ? List.of() : texts(without), values(parts.get("values")), file + ":" + said.line()));
    }

    private Expression rounded(LocatedJson said, Expression of) {
        if (said == null) {
            return of;
        }
        if (said.text() == null || !said.text().matches("\\d|1[0-2]")) {
            problem(said, "Write the number of decimals to keep, from 0 to 12.");
            return of;
        }
        return new Expression.Rounded(of, Integer.parseInt(said.text()));
    }

    private Map<String, Expression> values(LocatedJson said) {
        if (said == null) {
            return null;
        }
        if (said.map() == null) {
            problem(said, "Write which text becomes which, such as {\"school\": \"university\", \"*\": \"other\"}.");
            return null;
        }
        Map<String, Expression> values = new LinkedHashMap<>();
        said.map().forEach((text, value) -> values.put(text, value.value() == null ? null : expression(value)));
        return values;
    }

    private Expression template(LocatedJson said) {
        List<Expression.Template.Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(said.text());
        while (part.find()) {
            String text = part.group();
            if (text.equals("{")) {
                problem(said, "A brace is not closed. Write {column} for the value of a column, and {{ for a brace.");
            }
            boolean isName = part.group(1) != null;
            parts.add(new Expression.Template.Part(isName ? part.group(1) : text.equals("{{") ? "{" : text, isName));
        }
        return new Expression.Template(List.copyOf(parts), said.line(), said.column());
    }
}
