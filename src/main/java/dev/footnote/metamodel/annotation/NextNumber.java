package dev.footnote.metamodel.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.EnumSet;

import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;

/**
 * Id generator that gives a new record the number after the highest one of its table, as an import does. A sequence would not
 * know the numbers that imports assign. If two transactions assign the same number, the second commit fails.
 */
@IdGeneratorType(NextNumber.Generator.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface NextNumber {

    /** Queries the highest number of the table. Records that are persisted but not yet written are flushed first. */
    final class Generator implements BeforeExecutionGenerator {

        private static final long serialVersionUID = 1;

        @Override
        public Object generate(SharedSessionContractImplementor session, Object owner, Object current, EventType event) {
            if (current != null) {
                return current;
            }
            String entity = session.getEntityPersister(null, owner).getEntityName();
            return session.createSelectionQuery("""
                    SELECT COALESCE(MAX(id), 0) + 1
                    FROM %s""".formatted(entity), Integer.class).getSingleResult();
        }

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }

        @Override
        public boolean allowAssignedIdentifiers() {
            return true;
        }
    }
}
