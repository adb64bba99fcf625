package org.yiwang.casework.model;

/**
 * A case as it lies in the database.
 *
 * @param head hash of its last event, in hexadecimal
 */
public record StoredCase(CaseFile file, String number, String head) {}
