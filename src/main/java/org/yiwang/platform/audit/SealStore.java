package org.yiwang.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.tenancy.OwnRows;

/** Seals and the chain ends that each one covers. */
@Component
class SealStore {
    private static final int ROWS_PER_FETCH = 1_000;
    private static final long LOCK = 0x7969_7365_616cL;

    /** A sealed chain end. */
    record Leaf(String source, ChainSource.Head head, long seal) {}

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seals and chains belong to the database as a whole: from here on this transaction sees every tenant's. */
    void seeAllTenants() {
        jdbc.sql(OwnRows.SEE_ALL).update();
    }

    /** True when this transaction may seal; no other node can until it ends. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The last seal, or {@link Seal#NONE}. */
    Seal last() {
        return jdbc.sql("select seq, at, chains, root, hash from platform.seal order by seq desc limit 1")
                .query((row, n) -> seal(row))
                .optional()
                .orElse(Seal.NONE);
    }

    /**
     * The first transaction that the last seal may not cover: 0 before the first seal, and 0 when the numbers started anew because the data was moved to
     * another server.
     */
    long uncovered() {
        return jdbc.sql("""
                select coalesce((select since from platform.seal where since <= pg_snapshot_xmin(pg_current_snapshot())
                                 order by seq desc limit 1), '0'::xid8)::text::bigint
                """).query(Long.class).single();
    }

    /** Adds the heads that no seal covers yet and returns those, in the same order. */
    List<ChainSource.Head> cover(String source, List<ChainSource.Head> heads, long seal) {
        List<ChainSource.Head> fresh = new ArrayList<>(jdbc.sql("""
                insert into platform.seal_leaf (source, chain, seq, hash, seal)
                select :source, chain, seq, hash, :seal from unnest(:chains, :numbers, :hashes) as head (chain, seq, hash)
                on conflict (source, chain, seq) do nothing
                returning chain, seq, hash
                """)
                .param("source", source)
                .param("seal", seal)
                .param("chains", heads.stream().map(ChainSource.Head::chain).toArray(String[]::new))
                .param("numbers", heads.stream().map(ChainSource.Head::seq).toArray(Long[]::new))
                .param("hashes", heads.stream().map(head -> head.hash().bytes()).toArray(byte[][]::new))
                .query((row, n) -> new ChainSource.Head(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))))
                .list());
        fresh.sort(Comparator.comparing(ChainSource.Head::chain));
        return fresh;
    }

    void add(Seal seal) {
        jdbc.sql("""
                insert into platform.seal (seq, at, since, chains, root, hash)
                values (:seq, :at, pg_snapshot_xmin(pg_current_snapshot()), :chains, :root, :hash)
                """)
                .param("seq", seal.seq())
                .param("at", Timestamp.from(seal.at()))
                .param("chains", seal.chains())
                .param("root", seal.root().bytes())
                .param("hash", seal.hash().bytes())
                .update();
    }

    /** Seals with a number above {@code seq}, in order. */
    Stream<Seal> after(long seq) {
        return jdbc
                .sql("select seq, at, chains, root, hash from platform.seal where seq > :seq order by seq")
                .withFetchSize(ROWS_PER_FETCH)
                .param("seq", seq)
                .query((row, n) -> seal(row))
                .stream();
    }

    /** Every leaf in the order in which the Merkle trees were built. */
    Stream<Leaf> leavesBySeal() {
        return leaves(jdbc.sql(
                "select source, chain, seq, hash, seal from platform.seal_leaf order by seal, source, chain, seq"));
    }

    /** The leaves of a source, chain by chain, by number. */
    Stream<Leaf> leavesByChain(String source) {
        return leaves(jdbc.sql("""
                select source, chain, seq, hash, seal from platform.seal_leaf where source = :source order by chain, seq
                """).param("source", source));
    }

    private static Stream<Leaf> leaves(JdbcClient.StatementSpec sql) {
        return sql
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> new Leaf(
                        row.getString("source"),
                        new ChainSource.Head(row.getString("chain"), row.getLong("seq"), Hash.of(row.getBytes("hash"))),
                        row.getLong("seal")))
                .stream();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getLong("chains"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("hash")));
    }
}
