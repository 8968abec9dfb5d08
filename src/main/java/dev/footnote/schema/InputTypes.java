package dev.footnote.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Key;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;

/** What an asker can say about a list: which records, in which order, how many, from where. */
final class InputTypes {

    private final Graph graph;
    private final FilterTypes filters = new FilterTypes();
    private final GroupTypes groups;

    InputTypes(Graph graph) {
        this.graph = graph;
        this.groups = new GroupTypes(graph, filters, OrderTypes.DIRECTION);
    }

    GroupTypes groups() {
        return groups;
    }

    List<GraphQLNamedInputType> of(Noun noun) {
        List<GraphQLNamedInputType> types = new ArrayList<>(List.of(filter(noun)));
        if (graph.hangs(noun)) {
            types.add(listFilter(noun));
        }
        types.addAll(new OrderTypes(graph).of(noun));
        return types;
    }

    private GraphQLInputObjectType filter(Noun noun) {
        String name = noun.type() + "Filter";
        GraphQLInputObjectType.Builder filter = GraphQLInputObjectType.newInputObject().name(name)
                .description("Which " + noun.type() + " records. All that is given must hold; an empty filter matches all.")
                .field(field("and", "All of these hold. An empty list always holds.",
                        GraphQLList.list(nonNull(typeRef(name)))))
                .field(field("or", "At least one of these holds. An empty list never holds.",
                        GraphQLList.list(nonNull(typeRef(name)))))
                .field(field("not", "This does not hold.", typeRef(name)));
        noun.members().forEach(member -> filterField(member, filter));
        if (noun.member(Graph.PARTS) instanceof Member.Walk) {
            filter.field(field("within", "Is this record, or a part of it to any depth.", typeRef(WithinType.TYPE.getName())));
        }
        return filter.build();
    }

    /** The global id is left out because the slug says the same within one kind. */
    private void filterField(Member member, GraphQLInputObjectType.Builder filter) {
        if (member instanceof Member.Value value && value.prefix() == null) {
            filter.field(field(value, filters.filter(value)));
        } else if (member instanceof Member.Group group) {
            filter.field(field(group, filters.filter(group)));
        } else if (member instanceof Member.ToOne way) {
            filter.field(field(way, typeRef(graph.noun(way.target()).type() + "Filter")));
        } else if (member instanceof Member.ToMany way) {
            filter.field(field(way, typeRef(graph.noun(way.target()).type() + "ListFilter")));
        }
    }

    private GraphQLInputObjectType listFilter(Noun noun) {
        GraphQLInputType filter = typeRef(noun.type() + "Filter");
        return GraphQLInputObjectType.newInputObject().name(noun.type() + "ListFilter")
                .description("What " + noun.type() + " records there must be. All that is given must hold.")
                .field(field("some", "At least one record fulfils this.", filter))
                .field(field("none", "No record fulfils this.", filter))
                .field(field("every", "All records fulfil this, or there are none.", filter))
                .field(field("count", "How many records there must be.", filters.numbers()))
                .field(field("counted", "Which records are counted; all when not given. Goes with count.", filter)).build();
    }

    static GraphQLInputObjectField apart(Member.Value part) {
        GraphQLInputType type = (GraphQLInputType) part.type();
        return part.required() ? field(part.name(), part.description(), nonNull(type))
                : field(part.name(), part.description() + " Where it is not given, values without one are added up.", type);
    }

    static GraphQLInputObjectField field(Member member, GraphQLInputType type) {
        return field(member.name(), member.description(), type);
    }

    static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return newInputObjectField().name(name).description(description).type(type).build();
    }

    static String lookupName(Root.Lookup lookup) {
        return lookup.noun().type() + "By";
    }

    GraphQLInputObjectType lookup(Root.Lookup lookup) {
        String noun = lookup.noun().type();
        GraphQLInputObjectType.Builder by = oneOf(lookupName(lookup), "Which " + noun + " record: exactly one key is given.")
                .field(newInputObjectField().name("id").description("Its global id.").type(Scalars.GraphQLID))
                .field(newInputObjectField().name("slug").description("The id that the dataset gives it.")
                        .type(Scalars.GraphQLID));
        Member.Value named = lookup.noun().named();
        if (named != null) {
            by.field(
                    field(named.name(),
                            "Its " + named.name() + (lookup.noun().alias() == null ? "" : " or one of its other names")
                                    + ", as written. Where several records have it, an error lists them.",
                            Scalars.GraphQLString));
        }
        lookup.keys().forEach(key -> by.field(newInputObjectField().name(key.name()).description(key.description())
                .type(key(key))));
        return by.build();
    }

    private GraphQLInputObjectType key(Key key) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(key.noun().type() + "Key")
                .description(key.noun().description());
        key.members().forEach(name -> type.field(newInputObjectField().name(name)
                .description(key.noun().value(name).description())
                .type(nonNull((GraphQLInputType) key.noun().value(name).type()))));
        return type.build();
    }

    static GraphQLInputObjectType.Builder oneOf(String name, String description) {
        return GraphQLInputObjectType.newInputObject().name(name).description(description)
                .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
    }
}
