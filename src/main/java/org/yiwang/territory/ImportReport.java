package org.yiwang.territory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;

/** An import's answer in the caller's language. */
record ImportReport(
        int accepted, List<Fault> errors, List<ImportAnswer.Patch> overlaps, List<ImportAnswer.Patch> gaps) {

    record Fault(String feature, String code, String message, String remedy) {}

    static ImportReport of(ImportAnswer answer, RefusalTexts texts, Locale locale) {
        List<Fault> faults = answer.faults().stream()
                .map(fault -> {
                    RefusalTexts.Words words = texts.words(fault.refusal(), locale);
                    return new Fault(fault.feature(), fault.refusal().code(), words.sentence(), words.remedy());
                })
                .toList();
        return new ImportReport(answer.accepted(), faults, answer.overlaps(), answer.gaps());
    }

    /** Nothing was changed; the answer carries the whole report beside the words. */
    RefusedException refused() {
        Refusal refusal = Refusal.refuse(Refusal.Kind.INVALID, "territory.import-refused", errors.size());
        return new RefusedException(
                refusal, Map.of("accepted", accepted, "errors", errors, "overlaps", overlaps, "gaps", gaps));
    }
}
