package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Flow;
import org.yiwang.casework.model.Reckoning;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Each sub-district's categories, with the standard ones as a start; kept in memory and read again when they change. */
@Component
public class CatalogueStore {
    private final JdbcClient db;
    private final CaseJson json;
    private final StandardCatalogue standard;
    private final Flow flow;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final Map<Integer, Decide> decisions = new ConcurrentHashMap<>();
    private final Map<Integer, Catalogue> catalogues = new ConcurrentHashMap<>();

    CatalogueStore(
            JdbcClient db, CaseJson json, StandardCatalogue standard, Flow flow, WorkCalendar calendar, Ids ids) {
        this.db = db;
        this.json = json;
        this.standard = standard;
        this.flow = flow;
        this.calendar = calendar;
        this.ids = ids;
    }

    public Catalogue of(Tenant tenant) {
        return catalogues.computeIfAbsent(tenant.code(), this::load);
    }

    /** The decisions of this sub-district: its catalogue under the flow table. */
    public Decide decide(Tenant tenant) {
        return decisions.computeIfAbsent(
                tenant.code(), code -> new Decide(flow, of(tenant), new Reckoning(calendar, flow.ladder()), ids::next));
    }

    /** Reads everything again, after units or categories have changed. */
    public void refresh() {
        catalogues.clear();
        decisions.clear();
    }

    /** Puts a changed category in force; cases that are under way keep the limits they started with. */
    public void save(Tenant tenant, Category category) {
        db.sql("""
               insert into casework.category (tenant, code, content) values (:tenant, :code, :content::jsonb)
               on conflict (tenant, code) do update set content = excluded.content
               """)
                .param("tenant", tenant.code())
                .param("code", category.code())
                .param("content", json.write(category))
                .update();
        refresh();
    }

    private Catalogue load(int tenant) {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (Category category : standard.categories()) categories.put(category.code(), category);
        List<Category> changed = db.sql("select content from casework.category where tenant = ? order by code")
                .param(tenant)
                .query((row, number) -> json.read(row.getString(1), Category.class))
                .list();
        for (Category category : changed) categories.put(category.code(), category);
        Set<UnitId> units = db.sql("select id from organisation.unit where tenant = ?")
                .param(tenant)
                .query((row, number) -> new UnitId(row.getString(1)))
                .set();
        return new Catalogue(categories, standard.reasonCodes(), units);
    }
}
