package dev.footnote.product;

import static dev.footnote.graph.Order.ascending;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.organization.Organization;
import dev.footnote.source.SourceApi;

/** Serves products, who makes them and what they are parts of. */
@Singleton
public class ProductApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("product", Product.class, "One product.");
        graph.list("products", Product.class, "All products, by name.", ascending("name"));
        graph.many(Organization.class, "products", Product.class, "maker", "What the organization makes or offers, by name.",
                ascending("name"));
        graph.many(Product.class, "parts", Product.class, "partOf", "The products that are parts of this one.");
        graph.many(Product.class, "basisOf", Product.class, "basedOn", "The products that are built on this one.");
        SourceApi.cite(graph, Product.class);
    }
}
