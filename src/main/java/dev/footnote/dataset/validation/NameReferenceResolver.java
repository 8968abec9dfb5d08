package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.metamodel.EntityType;

/**
 * Resolves references by name where a mapping says so: first by the name of a record, then by its other names. A name that is
 * not found stays, and is treated as an id.
 */
public final class NameReferenceResolver {

    private final Connection connection;
    private final ImportContext importContext;
    private final ProblemQuery finding;

    /** @param connection the connection on which the dataset is staged */
    public NameReferenceResolver(Connection connection, ImportContext importContext) {
        this.connection = connection;
        this.importContext = importContext;
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::add);
    }

    /** @param entityTypes staged entity types */
    public void run(List<StagedEntityType> entityTypes) throws SQLException {
        for (StagedEntityType staged : entityTypes) {
            for (StagedEntityType.Named named : staged.named) {
                String lines = SourceLineSpan.of(importContext.contents().feed(staged.entityType),
                        feed -> feed.byName(named.header()));
                if (lines != null) {
                    match(entityTypes, staged, named, lines);
                }
            }
        }
    }

    private void match(List<StagedEntityType> entityTypes, StagedEntityType staged, StagedEntityType.Named named, String lines)
            throws SQLException {
        StagedEntityType target = entityTypes.stream().filter(one -> one.entityType == named.target()).findFirst()
                .orElseThrow();
        target.table.index(connection, "name");
        String text = "s." + named.staged();
        String main = "FROM %s o WHERE o.name = %s".formatted(target.table.name, text);
        finding.find(named.header(), (name, two) -> "\"" + name + "\" is the name of several records, such as " + two
                + ". Name the one that is meant by its id.", """
                        SELECT s.found_at, %1$s, (SELECT MIN(o.slug) %2$s) || ' and ' || (SELECT MAX(o.slug) %2$s)
                        FROM %3$s s
                        WHERE %4$s
                        AND (SELECT COUNT(*) %2$s) > 1""".formatted(text, main, staged.table.name, lines));
        String others = others(entityTypes, target, text).map(sql -> ", (SELECT MIN(a.slug) " + sql + ")").orElse("");
        String held = importContext.contents().delta() ? ", (SELECT MIN(t.slug) FROM %s t WHERE t.name = %s)"
                .formatted(target.entityType.table(), text) : "";
        JdbcOperations.execute(connection, """
                UPDATE %s s
                SET %s = COALESCE((SELECT MIN(o.slug) %s)%s%s, %s)
                WHERE %s
                AND %s IS NOT NULL""".formatted(staged.table.name, named.staged(), main, others, held, text, lines, text));
    }

    /** SQL for the records that have the text as another name. */
    private Optional<String> others(List<StagedEntityType> entityTypes, StagedEntityType target, String text)
            throws SQLException {
        for (StagedEntityType names : entityTypes) {
            for (StagedEntityType.Named bearer : names.named) {
                if (names.copied.contains("text") && isBearer(bearer, target.entityType)) {
                    names.table.index(connection, "text");
                    return Optional.of("FROM (SELECT n.%s AS slug, n.text FROM %s n) a WHERE a.text = %s AND a.slug IS NOT NULL"
                            .formatted(bearer.staged(), names.table.name, text));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBearer(StagedEntityType.Named bearer, EntityType entityType) {
        return bearer.target() == entityType;
    }
}
