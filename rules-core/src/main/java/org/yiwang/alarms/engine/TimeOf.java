package org.yiwang.alarms.engine;

/** By which time a message stands in line. */
final class TimeOf {
    private TimeOf() {}

    /**
     * The device's own time where that can be believed, else the time at which it was heard. A message from the future shows that its clock is off, and so does a
     * heartbeat from the past, which nobody keeps for later; a heartbeat of about now shows that the clock is right again.
     */
    static long message(DeviceState device, Entry.Message message, long at) {
        if (message.time().isEmpty()) return at;
        long time = message.time().getAsLong();
        long off = device.plan.spec().lateMillis();
        if (time > at + off) device.clockWrong = true;
        else if (device.plan.spec().heartbeats().contains(message.kind())) device.clockWrong = time < at - off;
        return device.clockWrong ? at : Math.min(time, at);
    }
}
