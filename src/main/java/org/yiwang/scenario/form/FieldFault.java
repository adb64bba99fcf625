package org.yiwang.scenario.form;

import org.yiwang.platform.Refusal;

/** An answer that is missing or wrong. The words of its code begin with the field's title: {0} in Chinese, {1} in English. */
public record FieldFault(String field, Refusal refusal) {
    public String code() {
        return refusal.code();
    }
}
