package org.yiwang.organisation;

/** Says which password a seeded account gets. The same password for several is computed once. */
@FunctionalInterface
public interface PasswordSource {
    String passwordOf(String login);
}
