package org.yiwang.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.Fault.Severity;

/** All that is wrong with a package, told at once; the first so many of each severity. */
public final class Faults {
    static final int FAULTS_MAX = 200;

    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
                    (Fault fault) -> fault.spot().file())
            .thenComparingInt(fault -> fault.spot().line());

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();

    /** @param arguments values for {0}, {1} … in the words of the code */
    public void fault(Spot spot, String code, Object... arguments) {
        add(faults, new Fault(spot, Severity.FAULT, Refusal.refuse(Refusal.Kind.INVALID, code, arguments)));
    }

    public void warning(Spot spot, String code, Object... arguments) {
        add(warnings, new Fault(spot, Severity.WARNING, Refusal.refuse(Refusal.Kind.INVALID, code, arguments)));
    }

    private static void add(List<Fault> list, Fault fault) {
        if (list.size() < FAULTS_MAX && !list.contains(fault)) list.add(fault);
    }

    /** Whether nothing keeps the package from being published. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    public List<Fault> faults() {
        return faults.stream().sorted(BY_PLACE).toList();
    }

    public List<Fault> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }

    /** Faults before warnings, each by file and line. */
    public List<Fault> all() {
        List<Fault> all = new ArrayList<>(faults());
        all.addAll(warnings());
        return all;
    }
}
