package org.yiwang.platform.audit;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the seals with their leaves, with each other and with the file outside the database. */
final class SealCheck {
    private final SealStore store;
    private final List<String> lines;
    private final Path file;
    private final Consumer<Difference> found;
    private long seals;

    SealCheck(SealStore store, List<String> lines, Path file, Consumer<Difference> found) {
        this.store = store;
        this.lines = lines;
        this.file = file;
        this.found = found;
    }

    long seals() {
        return seals;
    }

    void run() {
        Seal previous = Seal.NONE;
        try (Stream<Seal> all = store.after(0);
                Stream<SealStore.Leaf> leaves = store.leavesBySeal()) {
            Peeking<SealStore.Leaf> rest = new Peeking<>(leaves.iterator());
            for (Iterator<Seal> each = all.iterator(); each.hasNext(); previous = check(each.next(), previous, rest)) {
                seals++;
            }
            SealStore.@Nullable Leaf left = rest.peek();
            if (left != null) report(left.seal(), "it is gone, but the chain ends that it covered are still there");
        }
        checkFileEnd(previous);
    }

    private Seal check(Seal seal, Seal previous, Peeking<SealStore.Leaf> leaves) {
        Hash root = root(seal, leaves);
        if (seal.seq() != previous.seq() + 1) {
            report(previous.seq() + 1, "it is missing; seal %d follows seal %d".formatted(seal.seq(), previous.seq()));
        } else if (!seal.hash().equals(seal.expectedHash(previous.hash()))) {
            report(seal.seq(), "it was altered, or the seal before it was");
        } else if (!seal.root().equals(root)) {
            report(seal.seq(), "the chain ends it covers were altered, removed or added");
        }
        checkFile(seal);
        return seal;
    }

    private static Hash root(Seal seal, Peeking<SealStore.Leaf> leaves) {
        MerkleRoot tree = new MerkleRoot();
        for (SealStore.@Nullable Leaf leaf = leaves.peek();
                leaf != null && leaf.seal() <= seal.seq();
                leaf = leaves.next()) {
            tree.add(Seal.leaf(leaf.source(), leaf.head()));
        }
        return tree.root();
    }

    private void checkFile(Seal seal) {
        if (seal.seq() > lines.size()) return;
        String line = lines.get(Math.toIntExact(seal.seq() - 1));
        if (!line.equals(seal.line()))
            report(seal.seq(), "%s says otherwise in line %d: %s".formatted(file, seal.seq(), line));
    }

    private void checkFileEnd(Seal last) {
        if (lines.size() > last.seq())
            report(last.seq() + 1, "%s has it, the database does not: rows were cut off".formatted(file));
    }

    private void report(long seal, String what) {
        found.accept(new Difference("seal " + seal, what));
    }
}
