package org.yiwang.alarms;

import java.util.List;
import java.util.Map;
import org.yiwang.TestDatabase;
import org.yiwang.sensing.model.Heads.Head;

/** A node that reads the whole log within the product, in a process of its own so that it can be killed. Ends when everything is read. */
final class ReadingNode {
    private ReadingNode() {}

    /** @param args address, user and password of the database */
    public static void main(String[] args) {
        FlinkProcesses.quiet();
        AlarmWorld world = new AlarmWorld(new TestDatabase.Place(args[0], args[1], args[2]));
        List<ReadPartition> readers = world.readers(world.transactions);
        boolean more = true;
        while (more) {
            more = false;
            Map<Integer, Head> heads = world.log.heads(AlarmWorld.TENANT);
            for (int i = 0; i < readers.size(); i++) more |= readers.get(i).turn(heads.get(i));
        }
    }
}
