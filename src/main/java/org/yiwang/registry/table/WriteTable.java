package org.yiwang.registry.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.sheet.SheetCell;
import org.yiwang.registry.sheet.SheetWriter;
import org.yiwang.registry.sheet.SheetWriter.Format;
import org.yiwang.registry.sheet.SheetWriter.Top;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;

/** The sheets that a register gives out: to be filled in, filled, and returned with their faults. */
public final class WriteTable {
    private static final int EXPLAINED_CHARACTERS = 80;

    private final Register register;
    private final TableWords words;
    private final TopOf tops;

    public WriteTable(Register register, TableWords words) {
        this.register = register;
        this.words = words;
        this.tops = new TopOf(register, words);
    }

    /** Hands over items until there are no more. */
    public interface Source<T> {
        void each(Consumer<T> taker);
    }

    /** An empty sheet to fill in: notes on the headings, lists to choose from, a second sheet that explains each column. */
    public void template(OutputStream out) throws IOException {
        List<Column> columns = Columns.of(register);
        try (SheetWriter sheet = new SheetWriter(name())) {
            sheet.heading(columns.stream().map(tops::top).toList());
            choices(sheet, columns);
            explain(sheet, columns);
            lists(sheet, columns);
            sheet.write(out);
        }
    }

    /** Entries as rows; read back they change nothing. */
    public void export(Source<Entry> entries, Map<String, String> committees, OutputStream out) throws IOException {
        List<Column> columns = Columns.exported(register);
        ShowCell show = new ShowCell(words.language(), committees);
        try (SheetWriter sheet = new SheetWriter(name())) {
            sheet.heading(columns.stream()
                    .map(tops::top)
                    .map(top -> new Top(top.title(), top.format(), top.wanted(), null))
                    .toList());
            entries.each(entry -> sheet.row(
                    columns.stream().map(column -> show.cell(column, entry)).toList()));
            sheet.write(out);
        }
    }

    /**
     * A sheet as it was handed in, with what is wrong: red cells with a note, and all of a row's faults in words at its end.
     *
     * @param heading titles by the sheet's columns
     */
    public void faults(SortedMap<Integer, String> heading, Source<ImportRow> rows, RefusalTexts texts, OutputStream out)
            throws IOException {
        int width = heading.isEmpty() ? 0 : heading.lastKey() + 1;
        Map<String, Integer> places = places(heading);
        try (SheetWriter sheet = new SheetWriter(name())) {
            sheet.heading(returned(heading, width));
            rows.each(row -> {
                sheet.row(cells(row, width, texts));
                for (ImportRow.Fault fault : row.faults())
                    sheet.mark(places.getOrDefault(fault.column(), width), said(fault, texts));
            });
            sheet.write(out);
        }
    }

    private List<Top> returned(SortedMap<Integer, String> heading, int width) {
        List<Top> titles = new ArrayList<>();
        for (int column = 0; column < width; column++)
            titles.add(new Top(heading.getOrDefault(column, ""), Format.TEXT, false, null));
        titles.add(new Top(words.say("fault"), Format.TEXT, false, null));
        return titles;
    }

    private Map<String, Integer> places(SortedMap<Integer, String> heading) {
        Map<String, Integer> places = new HashMap<>();
        List<Column> columns = Columns.exported(register);
        heading.forEach((at, title) -> columns.stream()
                .filter(column -> column.isCalled(title))
                .forEach(column -> places.put(column.name(), at)));
        return places;
    }

    private List<SheetCell> cells(ImportRow row, int width, RefusalTexts texts) {
        List<SheetCell> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String text = row.cells().get(column);
            cells.add(text == null ? new SheetCell.Empty() : new SheetCell.Text(text));
        }
        String faults = row.faults().stream().map(fault -> said(fault, texts)).collect(Collectors.joining("\n"));
        cells.add(faults.isEmpty() ? new SheetCell.Empty() : new SheetCell.Text(faults));
        return cells;
    }

    private String said(ImportRow.Fault fault, RefusalTexts texts) {
        RefusalTexts.Words said = texts.words(fault.refusal(), java.util.Locale.of(words.language()));
        return said.sentence() + (words.language().equals("en") ? " " : "。") + said.remedy();
    }

    private void choices(SheetWriter sheet, List<Column> columns) {
        int list = 0;
        for (int at = 0; at < columns.size(); at++) {
            List<String> offered = offered(columns.get(at).field());
            if (!offered.isEmpty()) sheet.choices(at, words.say("lists"), list++, offered.size());
        }
    }

    private void explain(SheetWriter sheet, List<Column> columns) {
        sheet.sheet(words.say("explained"));
        sheet.heading(List.of(
                new Top(words.say("column"), Format.TEXT, false, null),
                new Top(words.say("how"), Format.TEXT, false, null)));
        sheet.wide(1, EXPLAINED_CHARACTERS);
        for (Column column : columns)
            sheet.row(List.of(
                    new SheetCell.Text(column.heading(words.language())),
                    new SheetCell.Text(
                            tops.note(column).replace("\n", words.language().equals("en") ? ". " : "；"))));
    }

    /** The texts that drop-downs offer, a column each: a list within a cell's rule may only be short. */
    private void lists(SheetWriter sheet, List<Column> columns) {
        List<Column> offering = columns.stream()
                .filter(column -> !offered(column.field()).isEmpty())
                .toList();
        if (offering.isEmpty()) return;
        sheet.sheet(words.say("lists"));
        sheet.heading(offering.stream()
                .map(column -> new Top(column.heading(words.language()), Format.TEXT, false, null))
                .toList());
        int longest = offering.stream()
                .mapToInt(column -> offered(column.field()).size())
                .max()
                .orElse(0);
        for (int row = 0; row < longest; row++) {
            List<SheetCell> cells = new ArrayList<>();
            for (Column column : offering) {
                List<String> offered = offered(column.field());
                cells.add(row < offered.size() ? new SheetCell.Text(offered.get(row)) : new SheetCell.Empty());
            }
            sheet.row(cells);
        }
    }

    private List<String> offered(@org.jspecify.annotations.Nullable Field field) {
        if (field == null) return List.of();
        if (field.kind() == Kind.YES_NO) return List.of(words.say("yes"), words.say("no"));
        if (field.kind() != Kind.CHOICE) return List.of();
        return field.choices().stream()
                .map(choice -> choice.title().in(words.language()))
                .toList();
    }

    private String name() {
        return register.title().in(words.language());
    }
}
