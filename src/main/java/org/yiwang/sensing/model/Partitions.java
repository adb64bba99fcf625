package org.yiwang.sensing.model;

/** How messages are spread. The count never changes: a family's past and future lie in one partition. */
public final class Partitions {
    public static final int COUNT = 16;
    private static final int FNV_BASIS = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private Partitions() {}

    /** FNV-1a over the UTF-16 units: other programs can reckon it too, and it will be the same in any version of Java. */
    public static int of(String family) {
        int hash = FNV_BASIS;
        for (int i = 0; i < family.length(); i++) hash = (hash ^ family.charAt(i)) * FNV_PRIME;
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }
}
