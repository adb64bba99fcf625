package org.yiwang.scenario;

import org.yiwang.platform.Refusal;

/** Something that is wrong with a package, with the place where to put it right. Its words, each with a remedy, stand with all other refusals. */
public record Fault(Spot spot, Severity severity, Refusal refusal) {

    /** A fault keeps a package from being published, a warning does not. */
    public enum Severity {
        FAULT,
        WARNING;

        public String id() {
            return this == FAULT ? "fault" : "warning";
        }
    }

    public String code() {
        return refusal.code();
    }
}
