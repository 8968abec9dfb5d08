package dev.footnote.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.spi.EventingService;

/** After a reload in dev mode the framework keeps its old classes and gets the new schema. */
@QuarkusTest
class ReloadTest {

    /** Has classes of our own that are not those of the application. */
    private static final class Before extends ClassLoader {

        Before(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.footnote.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void a_class_from_before_the_reload_finds_the_schema() throws Exception {
        ClassLoader now = ReloadTest.class.getClassLoader();
        Class<?> before = new Before(now).loadClass(FrameworkSchemaService.class.getName());
        assertThat(before).isNotSameAs(FrameworkSchemaService.class);
        EventingService service = (EventingService) before.getDeclaredConstructor().newInstance();
        GraphQLSchema schema = service.beforeSchemaBuild(GraphQLSchema.newSchema()
                .query(GraphQLObjectType.newObject().name("Query").field(GraphQLFieldDefinition.newFieldDefinition()
                        .name("viewer").type(Scalars.GraphQLString))))
                .build();
        assertThat(schema.getObjectType("Organization")).isNotNull();
    }
}
