package org.yiwang.territory;

import java.util.List;
import java.util.Locale;
import org.yiwang.platform.RefusalTexts;

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
}
