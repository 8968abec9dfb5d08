package dev.footnote.query.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.footnote.query.RequestError;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/** The elements of a document by their locations, with their definitions in the schema, and the errors in literals. */
@SuppressWarnings("rawtypes") // the visitor of graphql-java has raw nodes
final class DocumentElements extends NodeVisitorStub {

    /**
     * An operation, fragment, field or directive. What the schema does not define is empty.
     *
     * @param name of the field, or of the directive behind an {@code @}
     * @param type the type of which fields are selected
     */
    record Element(String name, Optional<GraphQLFieldDefinition> field, List<GraphQLArgument> arguments,
            Optional<? extends GraphQLType> type) {

        static final Element NONE = selecting(Optional.empty());

        static Element selecting(Optional<? extends GraphQLType> type) {
            return new Element("", Optional.empty(), List.of(), type);
        }
    }

    private final GraphQLSchema schema;
    private final InputValueValidator values;
    private final Map<SourceLocation, Element> elements = new HashMap<>();

    DocumentElements(GraphQLSchema schema, Document document, NameSuggestions suggestions) {
        this.schema = schema;
        this.values = new InputValueValidator(suggestions, RequestError.Code.VALIDATION_FAILED);
        new NodeTraverser().preOrder(this, document);
    }

    /** The element at the location, or the element that has the argument at the location. */
    Element at(SourceLocation location) {
        return elements.getOrDefault(location, Element.NONE);
    }

    /** The literals that do not have the types that their positions require. */
    List<RequestError> wrongLiterals() {
        return values.errors();
    }

    private TraversalControl enter(Element element, TraverserContext<Node> context) {
        elements.put(context.thisNode().getSourceLocation(), element);
        context.setVar(Element.class, element);
        return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitOperationDefinition(OperationDefinition operation, TraverserContext<Node> context) {
        return enter(Element.selecting(Optional.ofNullable(switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        })), context);
    }

    @Override
    public TraversalControl visitFragmentDefinition(FragmentDefinition fragment, TraverserContext<Node> context) {
        return enter(Element.selecting(DeclaredType.of(fragment.getTypeCondition(), schema)), context);
    }

    @Override
    public TraversalControl visitInlineFragment(InlineFragment fragment, TraverserContext<Node> context) {
        return enter(fragment.getTypeCondition() == null ? context.getVarFromParents(Element.class)
                : Element.selecting(DeclaredType.of(fragment.getTypeCondition(), schema)), context);
    }

    @Override
    public TraversalControl visitField(Field field, TraverserContext<Node> context) {
        Element parent = context.getVarFromParents(Element.class);
        Optional<GraphQLFieldDefinition> definition = parent.type().flatMap(type -> definition(type, field.getName()));
        return enter(new Element(field.getName(), definition,
                definition.map(GraphQLFieldDefinition::getArguments).orElse(List.of()),
                definition.map(one -> GraphQLTypeUtil.unwrapAll(one.getType()))), context);
    }

    private Optional<GraphQLFieldDefinition> definition(GraphQLType type, String name) {
        Stream<GraphQLFieldDefinition> ofAll = Stream.of(schema.getIntrospectionTypenameFieldDefinition());
        Stream<GraphQLFieldDefinition> ofQuery = type == schema.getQueryType()
                ? Stream.of(schema.getIntrospectionSchemaFieldDefinition(), schema.getIntrospectionTypeFieldDefinition())
                : Stream.empty();
        return Stream.concat(ofAll, ofQuery).filter(field -> field.getName().equals(name)).findFirst()
                .or(() -> type instanceof GraphQLFieldsContainer container
                        ? Optional.ofNullable(container.getFieldDefinition(name))
                        : Optional.empty());
    }

    @Override
    public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
        return enter(new Element("@" + directive.getName(), Optional.empty(),
                Optional.ofNullable(schema.getDirective(directive.getName())).map(one -> one.getArguments()).orElse(List.of()),
                Optional.empty()), context);
    }

    @Override
    public TraversalControl visitArgument(Argument argument, TraverserContext<Node> context) {
        Element owner = context.getVarFromParents(Element.class);
        elements.put(argument.getSourceLocation(), owner);
        owner.arguments().stream().filter(one -> one.getName().equals(argument.getName()))
                // a rule of graphql-java reports null
                .filter(one -> !(argument.getValue() instanceof NullValue && owner.field().isPresent()
                        && !one.hasSetDefaultValue()))
                .forEach(one -> values.check(
                        new InputValueValidator.Place("argument " + argument.getName(), argument.getSourceLocation()),
                        one.getType(), argument.getValue()));
        return TraversalControl.ABORT;
    }

    @Override
    public TraversalControl visitVariableDefinition(VariableDefinition variable, TraverserContext<Node> context) {
        if (variable.getDefaultValue() != null) {
            DeclaredType.of(variable.getType(), schema).filter(GraphQLTypeUtil::isInput)
                    .ifPresent(type -> values.check(
                            new InputValueValidator.Place("default of the variable $" + variable.getName(),
                                    variable.getSourceLocation()),
                            type, variable.getDefaultValue()));
        }
        return TraversalControl.CONTINUE;
    }
}
