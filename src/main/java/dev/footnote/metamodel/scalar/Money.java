package dev.footnote.metamodel.scalar;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An exact amount of money.
 *
 * @param amount in full units of the currency
 * @param currency ISO 4217 code in capitals
 */
@Embeddable
@Description("An exact amount of money.")
public record Money(@NonNull @Description("The amount in full units of the currency.") BigDecimal amount,
        @NonNull @Description("The currency of the amount.") String currency) {
}
