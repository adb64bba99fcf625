package org.yiwang.grids.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.TakeInGrid.Taken;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.territory.ImportAnswer.Patch;

/**
 * What became of a department's file.
 *
 * @param edition that it is now; missing where it was only looked at
 * @param touches what the duty table would change
 */
@SchemaName("GridReport")
record GridReport(
        int grids,
        @Nullable Integer edition,
        List<Fault> errors,
        List<Patch> overlaps,
        List<Patch> gaps,
        List<TouchView> touches) {

    @SchemaName("GridFault")
    record Fault(String feature, String code, String message, String remedy) {}

    static GridReport of(Taken taken, RefusalTexts texts, Locale locale) {
        List<Fault> faults = taken.intake().faults().stream()
                .map(fault -> {
                    RefusalTexts.Words words = texts.words(fault.refusal(), locale);
                    return new Fault(fault.feature(), fault.refusal().code(), words.sentence(), words.remedy());
                })
                .toList();
        GridWords words = GridWords.of(locale);
        return new GridReport(
                taken.intake().grids().size(),
                taken.edition() == null ? null : taken.edition().number(),
                faults,
                taken.intake().overlaps(),
                taken.intake().gaps(),
                taken.touches().stream()
                        .map(touch -> TouchView.of(touch, words))
                        .toList());
    }

    /** Nothing was changed; the answer carries the whole report beside the words. */
    RefusedException refused() {
        return new RefusedException(
                Refusal.refuse(Refusal.Kind.INVALID, "grids.refused", errors.size()),
                Map.of("grids", grids, "errors", errors, "overlaps", overlaps, "gaps", gaps, "touches", touches));
    }
}
