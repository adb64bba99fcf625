package org.yiwang.sensing.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ends of partitions while they are locked; gives each message its place. */
public final class Heads {
    /** The end of one partition: the next offset, and the time of the last record. */
    public record Head(long nextOffset, Instant lastIngestAt) {}

    private final SortedMap<Integer, Head> heads;
    private final Instant now;

    /** @param now the clock of this node, read after the heads were locked */
    public Heads(Map<Integer, Head> heads, Instant now) {
        this.heads = new TreeMap<>(heads);
        this.now = now;
    }

    /** In the order given. The time is that of this node, or the last record's where the clock of another node, or of this one before, was ahead. */
    public List<Place> place(List<String> families) {
        List<Place> places = new ArrayList<>(families.size());
        for (String family : families) {
            int partition = Partitions.of(family);
            Head head = heads.get(partition);
            if (head == null) throw new IllegalStateException("Partition " + partition + " is not locked");
            Instant at = now.isBefore(head.lastIngestAt()) ? head.lastIngestAt() : now;
            places.add(new Place(partition, head.nextOffset(), at));
            heads.put(partition, new Head(head.nextOffset() + 1, at));
        }
        return places;
    }

    /** Where the partitions end afterwards. */
    public SortedMap<Integer, Head> after() {
        return heads;
    }
}
