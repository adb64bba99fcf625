package org.yiwang.platform.audit;

import java.time.Instant;

/**
 * A minute's seal.
 *
 * @param chains how many chain ends it covers
 * @param root Merkle root over them
 * @param hash of the chain of seals: the seal before, then number, time, count and root
 */
record Seal(long seq, Instant at, long chains, Hash root, Hash hash) {
    /** What the first seal follows. */
    static final Seal NONE = new Seal(0, Instant.EPOCH, 0, Hash.ORIGIN, Hash.ORIGIN);

    static Seal after(Seal last, Instant at, long chains, Hash root) {
        Seal open = new Seal(last.seq + 1, at, chains, root, Hash.ORIGIN);
        return new Seal(open.seq, at, chains, root, open.expectedHash(last.hash));
    }

    Hash expectedHash(Hash previous) {
        return previous.then(words());
    }

    /** The line of {@code seals.log}. */
    String line() {
        return words() + " " + hash;
    }

    private String words() {
        return "%d %s %d %s".formatted(seq, at, chains, root);
    }

    /** The leaf that stands for the end of a chain in the Merkle tree. */
    static String leaf(String source, ChainSource.Head head) {
        return "%s %s %d %s".formatted(source, head.chain(), head.seq(), head.hash());
    }
}
