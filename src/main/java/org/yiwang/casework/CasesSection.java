package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;

/** The case types of a package. Which of them are in force follows from the packages in force; {@link CatalogueStore} reads them there. */
@Component
class CasesSection implements Section {
    private final JdbcClient sql;
    private final CaseJson json;

    CasesSection(JdbcClient sql, CaseJson json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public String folder() {
        return ReadCaseTypes.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        CaseType.All own = ReadCaseTypes.of(files, faults);
        for (PackageFiles other : files.others()) {
            Map<String, CaseType> theirs = ReadCaseTypes.of(other, new Faults()).types();
            own.types().forEach((code, type) -> {
                if (theirs.containsKey(code))
                    faults.fault(
                            type.spot(),
                            "case.type-claimed",
                            code,
                            files.pack().id(),
                            other.pack().id());
            });
        }
    }

    /** Open cases are shown and handled with the answers they have; what the form no longer takes would be lost when such a case is put right. */
    @Override
    public void checkHere(Tenant tenant, PackageFiles files, Faults faults) {
        Map<String, CaseType> types = ReadCaseTypes.of(files, new Faults()).types();
        for (OpenAnswers.Given given :
                OpenAnswers.of(sql, json, tenant, files.pack().id(), types.keySet())) {
            CaseType type = types.get(given.category());
            if (type != null)
                given.lost(type.form())
                        .ifPresent(code -> faults.fault(
                                type.spot(), code, given.question(), given.category(), given.cases(), given.shown()));
        }
    }

    /** Cases that are not over would be left without limits, steps and people. */
    @Override
    public void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {
        ReadCaseTypes.of(files, new Faults()).types().forEach((code, type) -> {
            int open = sql.sql("select count(*) from casework.cases where tenant = ? and open and category = ?")
                    .params(tenant.code(), code)
                    .query(Integer.class)
                    .single();
            if (open > 0)
                faults.fault(
                        type.spot(),
                        "case.type-in-use",
                        code,
                        type.category().zh(),
                        type.category().en(),
                        open);
        });
    }

    /** A category that was moved to another package is lost where that package is not in force in a version that has it. */
    @Override
    public List<Words> lost(PackageFiles now, PackageFiles next) {
        Set<String> kept = Stream.concat(Stream.of(next), next.others().stream())
                .flatMap(files -> ReadCaseTypes.of(files, new Faults()).types().keySet().stream())
                .collect(Collectors.toSet());
        return ReadCaseTypes.of(now, new Faults()).categories().stream()
                .filter(category -> !kept.contains(category.code()))
                .map(CasesSection::words)
                .toList();
    }

    private static Words words(Category type) {
        return new Words(type.code() + " " + type.zh(), Map.of("en", type.code() + " " + type.en()));
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadCaseTypes.of(files, new Faults()).categories().stream()
                .map(CasesSection::words)
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: the catalogue reads what is in force, and hears of the publication.
    }
}
