package org.yiwang.alarms.engine;

import java.util.SortedMap;

/** FNV-1a over 64 bits, mixed at the end: the same on every machine, unlike {@code hashCode} of what comes tomorrow. */
final class Hash {
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long start() {
        return 0xcbf29ce484222325L;
    }

    static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) sum = (sum ^ text.charAt(i)) * PRIME;
        return mix((sum ^ text.length()) * PRIME);
    }

    static long add(long hash, long number) {
        long sum = hash;
        for (int shift = 0; shift < 64; shift += 8) sum = (sum ^ (number >>> shift & 0xff)) * PRIME;
        return mix(sum);
    }

    static long add(long hash, SortedMap<String, Object> values) {
        long sum = hash;
        for (var value : values.entrySet())
            sum = add(add(sum, value.getKey()), value.getValue().toString());
        return sum;
    }

    /** The finisher of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long mix(long sum) {
        long mixed = (sum ^ (sum >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
