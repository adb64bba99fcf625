package org.yiwang.platform;

/**
 * A sub-district as the owner of its rows.
 *
 * @param code district (6 digits, GB/T 2260) and sub-district (3 digits), such as 310110018
 */
public record Tenant(int code) {}
