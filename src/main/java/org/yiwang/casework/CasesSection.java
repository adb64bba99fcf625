package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;

/** The case types of a package. Which of them are in force follows from the packages in force; {@link CatalogueStore} reads them there. */
@Component
class CasesSection implements Section {
    private final JdbcClient sql;

    CasesSection(JdbcClient sql) {
        this.sql = sql;
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

    /** Open cases are shown and handled with the answers they have; what the form no longer asks would be lost when such a case is put right. */
    @Override
    public void checkHere(Tenant tenant, PackageFiles files, Faults faults) {
        Map<String, CaseType> types = ReadCaseTypes.of(files, new Faults()).types();
        for (Answered answered : answered(tenant, files.pack().id(), types.keySet())) {
            CaseType type = types.get(answered.category());
            if (type != null && !holds(type.form(), answered.question()))
                faults.fault(
                        type.spot(), "case.answers-lost", answered.question(), answered.category(), answered.cases());
        }
    }

    private static boolean holds(Form form, String question) {
        return form.field(question).isPresent();
    }

    private record Answered(String category, String question, int cases) {}

    private List<Answered> answered(Tenant tenant, String pack, java.util.Set<String> codes) {
        return sql.sql("""
                select c.category, g.given->>'question' as question, count(*) as cases
                from casework.cases c, jsonb_array_elements(c.notes->'answers'->'given') as g(given)
                where c.tenant = :tenant and c.open and c.category = any(:codes) and c.notes->'answers'->>'category' = c.category
                  and coalesce(c.notes->'edition'->>'pack', :pack) = :pack
                group by 1, 2 order by 1, 2
                """)
                .param("tenant", tenant.code())
                .param("pack", pack)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> new Answered(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadCaseTypes.of(files, new Faults()).categories().stream()
                .map(type -> new Words(type.code() + " " + type.zh(), Map.of("en", type.code() + " " + type.en())))
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: the catalogue reads what is in force, and hears of the publication.
    }
}
