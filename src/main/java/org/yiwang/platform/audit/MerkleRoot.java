package org.yiwang.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.yiwang.platform.Sm3;

/** The root of a Merkle tree, shaped as in RFC 9162, 2.1.1, with SM3. Keeps one hash per level, however many leaves come. */
final class MerkleRoot {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** A finished subtree of 2^height leaves. */
    private record Subtree(int height, Hash hash) {}

    private final Deque<Subtree> open = new ArrayDeque<>();
    private long leaves;

    void add(String leaf) {
        leaves++;
        Subtree right = new Subtree(0, leaf(leaf));
        while (!open.isEmpty() && open.peek().height() == right.height()) {
            right = new Subtree(right.height() + 1, node(open.pop().hash(), right.hash()));
        }
        open.push(right);
    }

    long leaves() {
        return leaves;
    }

    /** The root so far; the hash of nothing when no leaf came. */
    Hash root() {
        if (open.isEmpty()) return Hash.of(Sm3.hash());
        Iterator<Subtree> fromTheRight = open.iterator();
        Hash root = fromTheRight.next().hash();
        while (fromTheRight.hasNext()) root = node(fromTheRight.next().hash(), root);
        return root;
    }

    static Hash leaf(String leaf) {
        return Hash.of(Sm3.hash(LEAF, leaf.getBytes(UTF_8)));
    }

    static Hash node(Hash left, Hash right) {
        return Hash.of(Sm3.hash(NODE, left.bytes(), right.bytes()));
    }
}
