package org.yiwang.bench;

import java.util.List;

/** How long and with how many clients is measured. */
record Options(List<Integer> clients, int rounds, double seconds, double warmUpSeconds, List<String> only) {}
