package dev.footnote.question;

import java.util.List;

/** Thrown when a request cannot be answered, for reasons that its sender is told. */
public final class Refusal extends RuntimeException {

    private final transient List<Fault> faults;

    public Refusal(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = faults;
    }

    public Refusal(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
