package org.yiwang.bench;

import java.util.List;

/** How long and with how many clients is measured. */
record Options(List<Integer> clients, int rounds, double seconds, double warmUpSeconds, List<String> only) {
    /** The limit is always measured: without it no figure means anything. */
    boolean isWanted(String contender) {
        return only.isEmpty() || contender.equals("raw") || only.contains(contender);
    }
}
