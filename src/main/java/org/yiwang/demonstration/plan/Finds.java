package org.yiwang.demonstration.plan;

import java.util.List;

/** Plans what was found at records of registers in the year. The same file gives the same. */
public interface Finds {
    List<Find> finds(Setting setting);
}
