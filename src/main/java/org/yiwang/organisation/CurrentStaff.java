package org.yiwang.organisation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at the moment of asking, for answers that outlive their request: null once the session has ended. A controller takes it as an argument.
 */
@FunctionalInterface
public interface CurrentStaff extends Supplier<@Nullable Staff> {}
