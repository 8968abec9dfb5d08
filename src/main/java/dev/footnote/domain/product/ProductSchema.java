package dev.footnote.domain.product;

import static dev.footnote.metamodel.SortKey.ascending;

import jakarta.inject.Singleton;

import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds products, their makers and what they are part of to the schema. */
@Singleton
public class ProductSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("product", Product.class, "One product.");
        metamodel.list("products", Product.class, "All products, by name.", ascending("name"));
        metamodel.many(Organization.class, "products", Product.class, "maker",
                "What the organization makes or offers, by name.",
                ascending("name"));
        metamodel.many(Product.class, "parts", Product.class, "partOf", "The products that are parts of this one.");
        metamodel.many(Product.class, "basisOf", Product.class, "basedOn", "The products that are built on this one.");
        SourceSchema.cite(metamodel, Product.class);
    }
}
