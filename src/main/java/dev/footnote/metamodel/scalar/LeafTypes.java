package dev.footnote.metamodel.scalar;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.graphql.Description;

import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;

/** The leaf types of the schema, by the Java types of the fields. */
public final class LeafTypes {

    private final Map<String, GraphQLScalarType> scalars = new LinkedHashMap<>();
    private final Map<String, GraphQLNamedType> leaves = new LinkedHashMap<>();

    public LeafTypes() {
        for (GraphQLScalarType scalar : CustomScalars.ALL) {
            scalars.put(scalar.getName(), scalar);
        }
    }

    public GraphQLScalarType scalar(String name) {
        return scalars.get(name);
    }

    /** The leaf type for a field of the Java type. */
    public GraphQLOutputType type(Class<?> javaType, String scalar) {
        if (scalar != null) {
            return scalars.get(scalar);
        }
        if (javaType.isEnum()) {
            return (GraphQLEnumType) leaves.computeIfAbsent(javaType.getSimpleName(), name -> enumeration(javaType));
        }
        if (javaType == Integer.class) {
            return Scalars.GraphQLInt;
        }
        if (javaType == Boolean.class) {
            return Scalars.GraphQLBoolean;
        }
        if (javaType == BigDecimal.class) {
            return scalars.get("Decimal");
        }
        return javaType == PartialDate.class ? scalars.get("PartialDate") : Scalars.GraphQLString;
    }

    private static GraphQLEnumType enumeration(Class<?> javaType) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(javaType.getSimpleName())
                .description(javaType.getAnnotation(Description.class).value());
        for (Object constant : javaType.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            type.value(GraphQLEnumValueDefinition.newEnumValueDefinition().name(name).value(name)
                    .description(description(javaType, name)).build());
        }
        return type.build();
    }

    private static String description(Class<?> enumeration, String constant) {
        try {
            return enumeration.getField(constant).getAnnotation(Description.class).value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
