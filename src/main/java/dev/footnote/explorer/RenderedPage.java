package dev.footnote.explorer;

import java.nio.charset.StandardCharsets;

import io.quarkus.qute.TemplateInstance;

/**
 * A page as it is sent.
 *
 * @param status of HTTP
 * @param html in UTF-8
 */
public record RenderedPage(int status, byte[] html) {

    static RenderedPage of(TemplateInstance template) {
        return of(200, template);
    }

    static RenderedPage of(int status, TemplateInstance template) {
        return new RenderedPage(status, template.render().getBytes(StandardCharsets.UTF_8));
    }
}
