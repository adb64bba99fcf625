package org.yiwang.casework.store;

import org.yiwang.casework.model.CaseFile;

/**
 * A case as it lies in the database.
 *
 * @param head hash of its last event, in hexadecimal
 */
public record StoredCase(CaseFile file, String number, String head) {}
