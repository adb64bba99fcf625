package org.yiwang.indicators.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What may stand in the SQL of a package. */
final class SqlWords {
    /** Harmless: they reckon with what they are given, at a cost that grows with it alone. */
    static final Set<String> FUNCTIONS = sorted("""
            count sum avg min max bool_and bool_or every mode percentile_cont percentile_disc
            row_number rank dense_rank ntile lag lead first_value last_value
            coalesce nullif greatest least
            abs ceil ceiling floor round trunc mod sign
            date_trunc date_part extract age make_date to_char to_date
            lower upper length char_length left right trim btrim ltrim rtrim split_part position strpos starts_with concat concat_ws
            jsonb_array_length jsonb_array_elements jsonb_array_elements_text jsonb_typeof jsonb_exists cardinality unnest array_length
            """);

    /** What a value may be cast to, and what may stand before a literal. */
    static final Set<String> TYPES = sorted("""
            boolean bool smallint integer int bigint numeric real float8 text date timestamp timestamptz interval uuid jsonb json
            """);

    /** Words of the language; a bracket or a literal may follow them. */
    static final Set<String> KEYWORDS = sorted("""
            select distinct from where group by having order limit offset fetch with as materialized not and or in exists any all some is null true false
            between like ilike case when then else end union except intersect join inner left right full outer cross natural lateral on using
            filter over partition within window rows range preceding following unbounded current row grouping sets rollup cube values array
            asc desc nulls first last both leading trailing at time zone year month week quarter day hour minute dow isodow epoch
            """);

    /** Changes something, or leads out of the one select. */
    static final Set<String> REFUSED = sorted("""
            insert update delete merge truncate create drop alter grant revoke copy call do execute prepare deallocate set reset begin commit rollback
            savepoint declare close move listen notify unlisten lock vacuum analyze explain cluster reindex refresh checkpoint load discard security
            into for recursive tablesample returning operator collate table current_user session_user user current_role current_catalog current_schema
            system_user cast overlay substring normalize treat xmltable json_table
            """);

    /** A figure is about a period, not about the moment at which somebody looks. */
    static final Set<String> CLOCKS = sorted("current_date current_time current_timestamp localtime localtimestamp");

    private SqlWords() {}

    private static Set<String> sorted(String words) {
        return new TreeSet<>(List.of(words.strip().split("\\s+")));
    }
}
