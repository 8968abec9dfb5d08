package dev.footnote.domain.product;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of product it is.")
public enum ProductKind {

    @Description("A mobile phone.")
    PHONE,

    @Description("A vehicle.")
    VEHICLE,

    @Description("Any other device.")
    DEVICE,

    @Description("A voice assistant.")
    VOICE_ASSISTANT,

    @Description("A trained model, such as a language model.")
    MODEL,

    @Description("A platform that others build on or that holds data.")
    PLATFORM,

    @Description("Software of any other kind.")
    SOFTWARE,

    @Description("A service.")
    SERVICE,

    @Description("Any other product.")
    OTHER
}
