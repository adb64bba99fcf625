package org.yiwang.sensing.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;

/**
 * A kind of device as a package defines it.
 *
 * @param register whose records are the devices
 * @param serial the register's field that holds the device's serial number, which is also its name at the door
 * @param gateway fields of type record to follow upwards, the first in the device's own register: the topmost record found stands for the family
 * @param within fields that say where it is, from near to far, each in the register that the one before names; the last may be plain text
 * @param heartbeat how often a device that is well says something at least
 * @param late how far behind the device's clock may be; older messages are dead letters
 * @param records what its register knows of a device, and what those know that it names: forms by name, such as {@code device} and {@code device.section}
 * @param orders what it can be asked to do
 * @param origin the package, and its version in force
 */
public record DeviceKind(
        String id,
        Words name,
        String register,
        String serial,
        List<String> gateway,
        List<String> within,
        Duration heartbeat,
        Duration late,
        Map<String, MessageKind> messages,
        Orders orders,
        Map<String, Form> records,
        Origin origin) {

    public record Origin(String packageId, int version) {}

    public Optional<MessageKind> message(String kind) {
        return Optional.ofNullable(messages.get(kind));
    }
}
