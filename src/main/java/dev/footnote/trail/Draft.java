package dev.footnote.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.footnote.entity.Entity;

/** An entity on its way to records: what of it was taken, and what is left over. */
final class Draft {

    private final Entity entity;
    private final Map<String, Integer> taken = new HashMap<>();

    Draft(Entity entity) {
        this.entity = entity;
    }

    Entity entity() {
        return entity;
    }

    String id() {
        return entity.id();
    }

    long line() {
        return entity.line();
    }

    /** The first value of the first of the properties that has any; null where none has. */
    String one(String... properties) {
        for (String property : properties) {
            if (entity.first(property) != null) {
                taken.merge(property, 1, Math::max);
                return entity.first(property);
            }
        }
        return null;
    }

    /** What it is called: as its publisher shows it, else by the first of its names, else by its id. */
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

    /** All values of a property in one text; null where there is none. */
    String together(String property) {
        List<String> all = all(property);
        return all.isEmpty() ? null : String.join("; ", all);
    }

    /**
     * The value of any of the properties that is best chosen; null where none has any.
     *
     * @param choosing of all values, in their order
     * @param shape in which they are looked at, and the one that is chosen is given back
     */
    String best(UnaryOperator<String> shape, Function<List<String>, String> choosing, String... properties) {
        String best = choosing.apply(Stream.of(properties).flatMap(one -> entity.all(one).stream()).map(shape).toList());
        Stream.of(properties).filter(one -> entity.all(one).stream().map(shape).anyMatch(value -> value.equals(best)))
                .findFirst().ifPresent(property -> taken.merge(property, 1, Math::max));
        return best;
    }

    void leave(Leftovers leftovers) {
        entity.properties().forEach((property, values) -> {
            int left = values.size() - taken.getOrDefault(property, 0);
            if (left > 0) {
                leftovers.values(entity.schema() + "." + property, left, entity.line());
            }
        });
        entity.others().forEach(name -> leftovers.values(name, 1, entity.line()));
    }
}
