package org.yiwang.advice;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.advice.model.Bayes;

/** The version in force as this node has it in memory; none until it has been taught. */
@Component
class Mind {
    record Knowledge(Bayes bayes, ModelStore.Version version) {}

    private final AtomicReference<@Nullable Knowledge> now = new AtomicReference<>();

    Optional<Knowledge> now() {
        return Optional.ofNullable(now.get());
    }

    void set(Knowledge knowledge) {
        now.set(knowledge);
    }
}
