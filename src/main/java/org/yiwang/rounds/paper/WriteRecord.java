package org.yiwang.rounds.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.yiwang.rounds.model.InspectionRecord;
import org.yiwang.rounds.model.InspectionRecord.Photo;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the record of a stop as PDF, A4: what was inspected, by whom, when and where, answers, findings with their cases, photos, and how to verify it. */
public final class WriteRecord {
    private static final float MARGIN_POINTS = 54;
    private static final float PADDING_POINTS = 6;
    private static final int DEGREE_DIGITS = 6;
    private static final java.awt.Color LINE = new java.awt.Color(0xC8, 0xD0, 0xD4);
    private static final java.awt.Color HEAD = new java.awt.Color(0xEE, 0xF3, 0xF3);

    private final InspectionRecord record;
    private final PaperWords words;
    private final String address;
    private final Sources sources;
    private final Document document =
            new Document(PageSize.A4, MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS);

    /** What the paper shows beside the record itself. */
    public interface Sources {
        /** A photo in small, as JPEG. */
        Optional<byte[]> picture(UUID photo);

        /** The name of a case type. */
        Words category(String code);
    }

    private WriteRecord(InspectionRecord record, PaperWords words, String address, Sources sources) {
        this.sources = sources;
        this.record = record;
        this.words = words;
        this.address = address;
    }

    /**
     * @param language of the paper's own words; what people wrote stands as they wrote it
     * @param address under which the digest is compared with the record
     */
    public static byte[] pdf(InspectionRecord record, String language, String address, Sources sources) {
        return new WriteRecord(record, new PaperWords(language), address, sources).write();
    }

    private byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.getInstance(document, out);
        document.addTitle(words.of("title") + " " + record.number());
        document.addSubject(record.stop().subject().label());
        document.open();
        head();
        document.add(facts());
        heading("checklist");
        document.add(answers());
        cases();
        photos();
        document.add(signatures());
        verify();
        document.close();
        return out.toByteArray();
    }

    private void head() {
        Paragraph title = new Paragraph(words.of("title"), PaperFont.strong(20));
        title.setAlignment(Element.ALIGN_CENTER);
        document.add(title);
        Paragraph number = new Paragraph(words.of("number") + " " + record.number(), PaperFont.of(9));
        number.setAlignment(Element.ALIGN_CENTER);
        number.setSpacingAfter(12);
        document.add(number);
    }

    private PdfPTable facts() {
        PdfPTable table = table(22, 78);
        Subject subject = record.stop().subject();
        row(table, "subject", subject.label());
        if (subject.register() != null) row(table, "key", subject.key());
        if (subject.cell() != null) row(table, "cell", subject.cell());
        String again = record.stop().again() == null ? "" : " · " + words.of("second");
        row(table, "round", words.of(record.round().title()) + again);
        row(table, "at", words.time(record.made().at()));
        row(table, "by", record.made().byName());
        row(table, "position", position());
        row(table, "proven", words.of(record.made().proven() ? "yes-proven" : "not-proven"));
        return table;
    }

    private String position() {
        Stop.Stood stood = record.made().stood();
        if (stood == null) return words.of("no-position");
        Integer metres = record.made().metres();
        String away = metres == null ? words.of("unknown") : metres + " " + words.of("metres");
        return "%s, %s (WGS-84, %s %d %s) · %s%s%s"
                .formatted(
                        degrees(stood.lon()),
                        degrees(stood.lat()),
                        words.of("accuracy"),
                        Math.round(stood.accuracy()),
                        words.of("metres"),
                        words.of("distance"),
                        words.colon(),
                        away);
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DEGREE_DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private PdfPTable answers() {
        PdfPTable table = table(40, 60);
        for (String head : List.of("checklist", "answer")) {
            PdfPCell cell = cell(words.of(head), 9);
            cell.setBackgroundColor(HEAD);
            table.addCell(cell);
        }
        table.setHeaderRows(1);
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        record.made().answers().forEach(given::set);
        for (Field field : record.round().checklist().fields()) {
            JsonNode answer = given.get(field.name());
            if (answer == null || answer.isNull() || !field.isAsked(given)) continue;
            table.addCell(cell(words.of(field.title()), 10));
            table.addCell(cell(words.answer(field, answer), 10));
        }
        return table;
    }

    private void cases() {
        text(result(), 10);
        if (record.seen().isEmpty()) return;
        PdfPTable table = table(40, 60);
        table.setSpacingBefore(8);
        for (InspectionRecord.Case one : record.seen()) {
            table.addCell(cell(one.number(), 10));
            table.addCell(cell(words.of(sources.category(one.category())), 10));
        }
        document.add(table);
    }

    private String result() {
        int found = record.seen().size();
        return found == 0 ? words.of("fine") : words.of("found", found);
    }

    private void photos() {
        heading("photos");
        List<byte[]> shown = record.photos().stream()
                .map(Photo::id)
                .map(sources::picture)
                .flatMap(Optional::stream)
                .toList();
        if (shown.isEmpty()) {
            text(words.of("none"), 10);
            return;
        }
        PdfPTable table = table(50, 50);
        shown.forEach(picture -> table.addCell(picture(picture)));
        table.completeRow();
        document.add(table);
    }

    private static PdfPCell picture(byte[] jpeg) {
        try {
            Image image = Image.getInstance(jpeg);
            image.scaleToFit(220, 165);
            PdfPCell cell = new PdfPCell(image, false);
            cell.setPadding(PADDING_POINTS);
            cell.setHorizontalAlignment(Element.ALIGN_CENTER);
            cell.setBorderColor(LINE);
            return cell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfPTable signatures() {
        PdfPTable table = table(50, 50);
        table.setSpacingBefore(18);
        for (String who : List.of("inspector-signed", "signed")) {
            PdfPCell cell = cell(words.of(who) + words.colon(), 10);
            cell.setFixedHeight(44);
            table.addCell(cell);
        }
        return table;
    }

    private void verify() {
        text(words.of("digest") + words.colon() + record.digest(), 8);
        text(words.of("verify"), 8);
        text(address, 8);
    }

    private void heading(String word) {
        Paragraph heading = new Paragraph(words.of(word), PaperFont.strong(12));
        heading.setSpacingBefore(14);
        heading.setSpacingAfter(6);
        document.add(heading);
    }

    private void text(String text, float points) {
        Paragraph paragraph = new Paragraph(text, PaperFont.of(points));
        paragraph.setSpacingBefore(6);
        document.add(paragraph);
    }

    private void row(PdfPTable table, String word, String text) {
        PdfPCell name = cell(words.of(word), 10);
        name.setBackgroundColor(HEAD);
        table.addCell(name);
        table.addCell(cell(text, 10));
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        return table;
    }

    private static PdfPCell cell(String text, float points) {
        PdfPCell cell = new PdfPCell(new Phrase(text, PaperFont.of(points)));
        cell.setPadding(PADDING_POINTS);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(LINE);
        return cell;
    }
}
