package org.yiwang.casework.model;

import java.util.List;

/**
 * The record of a register that a case is about, as it was when the case was opened.
 *
 * @param facts what the register knew of it, without personal fields; rules look at this, however the record changes later
 */
public record Subject(String register, String key, String label, List<Answer> facts) {
    private static final String SEPARATOR = "/";

    /** Register and key as addresses name them: {@code shop/310110…}. */
    public String reference() {
        return register + SEPARATOR + key;
    }
}
