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
 * @param parties outside companies by what they are to a device, such as {@code property}: the fields that lead from its record to the company's name
 * @param vectors what has to come of what
 */
public record DeviceRules(
        String packageId,
        KindRules rules,
        Map<String, Words> names,
        Map<String, FollowUp> follows,
        Map<String, List<String>> parties,
        List<Vector> vectors) {}
