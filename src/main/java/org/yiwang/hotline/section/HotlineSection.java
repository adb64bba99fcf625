package org.yiwang.hotline.section;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;

/** What a package says of hotline orders; one package in force may. */
@Component
class HotlineSection implements Section {
    private final JdbcClient sql;

    HotlineSection(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String folder() {
        return ReadRules.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        if (ReadRules.of(files, faults).isEmpty()) return;
        for (PackageFiles other : files.others())
            if (other.documents(ReadRules.FOLDER).containsKey(ReadRules.FILE))
                faults.fault(spot(files), "hotline.rules-twice", other.pack().id());
        Set<String> known = new HashSet<>();
        Stream.concat(Stream.of(files), files.others().stream())
                .forEach(one ->
                        known.addAll(ReadCaseTypes.of(one, new Faults()).types().keySet()));
        for (ReadRules.Named named : ReadRules.named(files))
            if (!known.contains(named.category()))
                faults.fault(named.spot(), "hotline.unknown-category", named.category());
    }

    /** Orders would come in and nobody could say what they are. */
    @Override
    public void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {
        if (ReadRules.of(files, new Faults()).isEmpty()) return;
        int open =
                sql.sql("""
                select count(*) from hotline.orders o join casework.cases c on c.tenant = o.tenant and c.id = o.now_case
                where o.tenant = :tenant and c.open
                """).param("tenant", tenant.code()).query(Integer.class).single();
        if (open > 0) faults.fault(spot(files), "hotline.orders-open", open);
    }

    private static Spot spot(PackageFiles files) {
        return files.spotOf(ReadRules.FOLDER + "/" + ReadRules.FILE + ".yaml", "kinds");
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadRules.of(files, new Faults()).stream()
                .map(rules -> new Words("12345 工单规则", Map.of("en", "Rules for 12345 orders")))
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: the rules are read from what is in force.
    }
}
