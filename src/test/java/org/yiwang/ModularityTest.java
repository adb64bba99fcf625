package org.yiwang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void every_module_keeps_to_the_dependencies_its_contract_allows() {
        ApplicationModules.of(Yiwang.class).verify();
    }
}
