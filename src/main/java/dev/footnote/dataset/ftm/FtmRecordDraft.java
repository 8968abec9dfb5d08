package dev.footnote.dataset.ftm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An entity that is being converted to records. It tracks which values were used. */
final class FtmRecordDraft {

    private final FtmEntity entity;
    private final Map<String, Integer> taken = new HashMap<>();

    FtmRecordDraft(FtmEntity entity) {
        this.entity = entity;
    }

    FtmEntity entity() {
        return entity;
    }

    String id() {
        return entity.id();
    }

    long line() {
        return entity.line();
    }

    /** The first value of the first property that has one; null if none has. */
    String one(String... properties) {
        for (String property : properties) {
            if (entity.first(property) != null) {
                taken.merge(property, 1, Math::max);
                return entity.first(property);
            }
        }
        return null;
    }

    /** The name of the entity: its caption, else the first of its names, else its id. */
    String label() {
        String name = entity.caption() != null && !entity.caption().isBlank() ? entity.caption() : one("name");
        if (name != null && entity.all("name").contains(name)) {
            taken.merge("name", 1, Math::max);
        }
        return name == null ? id() : name;
    }

    /** All values of a property. */
    List<String> all(String property) {
        taken.put(property, entity.all(property).size());
        return entity.all(property);
    }

    /** Whether any of a property was taken. */
    boolean took(String property) {
        return taken.containsKey(property);
    }

    /** All values of a property as one text; null if there is none. */
    String together(String property) {
        List<String> all = all(property);
        return all.isEmpty() ? null : String.join("; ", all);
    }

    /**
     * The value that {@code choosing} picks among the values of the properties; null if there is none.
     *
     * @param shape converts each value before the choice; the converted value is returned
     * @param choosing picks one of all values, given in their order
     */
    String best(UnaryOperator<String> shape, Function<List<String>, String> choosing, String... properties) {
        String best = choosing.apply(Stream.of(properties).flatMap(one -> entity.all(one).stream()).map(shape).toList());
        Stream.of(properties).filter(one -> entity.all(one).stream().map(shape).anyMatch(value -> value.equals(best)))
                .findFirst().ifPresent(property -> taken.merge(property, 1, Math::max));
        return best;
    }

    void leave(UnmappedProperties leftovers) {
        entity.properties().forEach((property, values) -> {
            int left = values.size() - taken.getOrDefault(property, 0);
            if (left > 0) {
                leftovers.values(entity.schema() + "." + property, left, entity.line());
            }
        });
        entity.others().forEach(name -> leftovers.values(name, 1, entity.line()));
    }
}
