package org.yiwang.alarms.model;

import java.util.List;
import java.util.Map;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.scenario.Words;

/**
 * What a package says about one kind of device.
 *
 * @param rules as the engine takes them
 * @param names of the rules, by id
 * @param follows what people do with their alarms, by id
 * @param vectors what has to come of what
 */
public record DeviceRules(
        String packageId,
        KindRules rules,
        Map<String, Words> names,
        Map<String, FollowUp> follows,
        List<Vector> vectors) {}
