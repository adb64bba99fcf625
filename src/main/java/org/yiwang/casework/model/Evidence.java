package org.yiwang.casework.model;

import java.util.UUID;

/**
 * A photo or document on a case.
 *
 * @param id the attachment
 */
public record Evidence(UUID id, EvidenceKind kind, String contentType, String name) {}
