package org.yiwang.territory;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.platform.Refusal;

/** What is wrong with a map, feature by feature; the first so many of them. */
final class MapErrors {
    static final int ERRORS_MAX = 200;

    private final List<ImportAnswer.Fault> faults = new ArrayList<>();

    void add(String feature, String code, Object... arguments) {
        add(feature, Refusal.refuse(Refusal.Kind.INVALID, code, arguments));
    }

    void add(String feature, Refusal refusal) {
        if (faults.size() < ERRORS_MAX) faults.add(new ImportAnswer.Fault(feature, refusal));
    }

    List<ImportAnswer.Fault> faults() {
        return List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }
}
