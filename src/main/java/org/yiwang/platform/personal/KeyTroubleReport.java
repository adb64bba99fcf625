package org.yiwang.platform.personal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a start that failed over keys what is wrong and what to do, instead of a stack trace. */
class KeyTroubleReport extends AbstractFailureAnalyzer<KeyTrouble> {
    @Override
    protected FailureAnalysis analyze(Throwable root, KeyTrouble cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
