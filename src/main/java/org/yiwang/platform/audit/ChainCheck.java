package org.yiwang.platform.audit;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.audit.ChainSource.Head;
import org.yiwang.platform.audit.ChainSource.Link;

/** Walks the links, the ends and the sealed ends of one source side by side; all three come in the order of the chains' names. */
final class ChainCheck {
    private final ChainSource source;
    private final SealStore seals;
    private final Consumer<Difference> found;
    private long chains;
    private long links;

    ChainCheck(ChainSource source, SealStore seals, Consumer<Difference> found) {
        this.source = source;
        this.seals = seals;
        this.found = found;
    }

    long chains() {
        return chains;
    }

    long links() {
        return links;
    }

    void run() {
        try (Stream<Link> allLinks = source.links();
                Stream<Head> allHeads = source.heads(0);
                Stream<SealStore.Leaf> allSealed = seals.leavesByChain(source.name())) {
            Peeking<Link> link = new Peeking<>(allLinks.iterator());
            Peeking<Head> head = new Peeking<>(allHeads.iterator());
            Peeking<SealStore.Leaf> sealed = new Peeking<>(allSealed.iterator());
            for (String chain = first(link, head, sealed); chain != null; chain = first(link, head, sealed)) {
                chains++;
                check(chain, link, head, sealed);
            }
        }
    }

    private static @Nullable String first(Peeking<Link> link, Peeking<Head> head, Peeking<SealStore.Leaf> sealed) {
        Link l = link.peek();
        Head h = head.peek();
        SealStore.@Nullable Leaf s = sealed.peek();
        return Stream.of(
                        l == null ? "" : l.chain(),
                        h == null ? "" : h.chain(),
                        s == null ? "" : s.head().chain())
                .filter(chain -> !chain.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Takes everything that belongs to the chain and reports its first difference. */
    private void check(String chain, Peeking<Link> link, Peeking<Head> head, Peeking<SealStore.Leaf> sealed) {
        Map<Long, SealStore.Leaf> marks = new TreeMap<>();
        for (SealStore.@Nullable Leaf s = sealed.peek();
                s != null && s.head().chain().equals(chain);
                s = sealed.next()) {
            marks.put(s.head().seq(), s);
        }
        Walk walk = new Walk(chain, marks);
        for (Link l = link.peek(); l != null && l.chain().equals(chain); l = link.next()) walk.step(l);
        Head end = head.peek();
        if (end == null || !end.chain().equals(chain)) {
            walk.finish(null);
        } else {
            walk.finish(end);
            head.next();
        }
    }

    /** One chain's way from its first link to its end; falls silent after the first difference, because the rest follows from it. */
    private final class Walk {
        private final String chain;
        private final Map<Long, SealStore.Leaf> marks;
        private long seq;
        private Hash hash = Hash.ORIGIN;
        private boolean differs;

        Walk(String chain, Map<Long, SealStore.Leaf> marks) {
            this.chain = chain;
            this.marks = marks;
        }

        void step(Link link) {
            links++;
            if (link.seq() != seq + 1)
                differ(seq + 1, "it is missing; row %d follows row %d".formatted(link.seq(), seq));
            else if (!link.hash().equals(hash.then(link.canonical())))
                differ(link.seq(), "its content is not what was written");
            seq = link.seq();
            hash = link.hash();
            mark(marks.remove(seq));
        }

        private void mark(SealStore.@Nullable Leaf sealed) {
            if (sealed != null && !sealed.head().hash().equals(hash))
                differ(seq, "seal %d covers another content; the chain was written anew".formatted(sealed.seal()));
        }

        void finish(@Nullable Head end) {
            for (SealStore.Leaf lost : marks.values())
                differ(
                        seq + 1,
                        "it is missing; seal %d covers the chain up to row %d"
                                .formatted(lost.seal(), lost.head().seq()));
            if (end == null) differ(seq, "the chain's end is not on record");
            else if (end.seq() > seq)
                differ(seq + 1, "it is missing; the chain's end is on record as row " + end.seq());
            else if (end.seq() < seq || !end.hash().equals(hash))
                differ(end.seq() + 1, "the chain's end is on record as row " + end.seq() + " with another content");
        }

        private void differ(long row, String what) {
            if (!differs) found.accept(new Difference("%s %s row %d".formatted(source.name(), chain, row), what));
            differs = true;
        }
    }
}
