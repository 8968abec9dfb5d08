package dev.footnote.question;

import java.util.List;

/** Thrown when a request cannot be answered, for reasons that its sender is told. */
public final class Refusal extends RuntimeException {

    private final transient List<Fault> faults;
    private final long estimate;

    /** @param estimate what answering would cost at most, 0 where nobody knows */
    public Refusal(List<Fault> faults, long estimate) {
        super(faults.toString(), null, false, false);
        this.faults = faults;
        this.estimate = estimate;
    }

    public Refusal(List<Fault> faults) {
        this(faults, 0);
    }

    public Refusal(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }

    public long estimate() {
        return estimate;
    }
}
