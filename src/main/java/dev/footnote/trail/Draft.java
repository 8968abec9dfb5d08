package dev.footnote.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An entity on its way to records: what of it was taken, and what is left over. */
final class Draft {

    private static final int DAY = "2018-04-25".length();

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

    /** All values of a property. */
    List<String> all(String property) {
        taken.put(property, entity.all(property).size());
        return entity.all(property);
    }

    /** All values of a property in one text; null where there is none. */
    String together(String property) {
        List<String> all = all(property);
        return all.isEmpty() ? null : String.join("; ", all);
    }

    /** A date without the time of day. */
    String date(String... properties) {
        String text = one(properties);
        return text != null && text.length() > DAY && "T ".indexOf(text.charAt(DAY)) >= 0 ? text.substring(0, DAY) : text;
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
