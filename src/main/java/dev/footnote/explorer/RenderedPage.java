package dev.footnote.explorer;

import java.nio.charset.StandardCharsets;

import dev.footnote.explorer.view.Address;
import io.quarkus.qute.TemplateInstance;

/**
 * A page as it is sent.
 *
 * @param status of HTTP
 * @param html in UTF-8
 */
public record RenderedPage(int status, byte[] html) {

    static RenderedPage of(Address address, TemplateInstance template) {
        return of(200, address, template);
    }

    static RenderedPage of(int status, Address address, TemplateInstance template) {
        return new RenderedPage(status, template.setLocale(address.locale()).render().getBytes(StandardCharsets.UTF_8));
    }
}
