package org.yiwang.platform.audit;

import java.util.stream.Stream;

/**
 * Hash chains that a module keeps: link n of a chain has the hash {@code previous.then(canonical)}, the first one follows {@link Hash#ORIGIN}, numbers
 * start at 1 without gaps. The platform seals their ends once a minute and checks them on demand. Both streams are read inside one transaction, must be
 * closed, and come in the byte order of the chain's name.
 */
public interface ChainSource {
    /**
     * Where a chain ends by the module's own book-keeping.
     *
     * @param chain ASCII name, unique within the source, such as a case's id
     */
    record Head(String chain, long seq, Hash hash) {}

    /**
     * One link as it stands in the database.
     *
     * @param canonical what was hashed ({@link CanonicalJson}), rebuilt from the stored columns, the number among them
     * @param hash as stored
     */
    record Link(String chain, long seq, String canonical, Hash hash) {}

    /** One word for these chains, such as {@code case}. */
    String name();

    /** Ends of the chains that grew in the transaction {@code tx} (a PostgreSQL xid8) or a later one; more may be named. 0 names all. */
    Stream<Head> heads(long tx);

    /** Every link, chain by chain, by number. */
    Stream<Link> links();
}
