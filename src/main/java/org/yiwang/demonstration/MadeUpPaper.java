package org.yiwang.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/** A paper of the demonstration as PDF: what it says, and that it is made up. */
final class MadeUpPaper {
    private static final String FILE = "/fonts/NotoSansSC_400Regular.ttf";
    private static final String NOTE = "演示材料，内容为虚构。Made up for the demonstration.";
    private static final float HEAD_POINTS = 18;
    private static final float TEXT_POINTS = 11;
    private static final BaseFont FONT = load();

    private MadeUpPaper() {}

    static byte[] pdf(String title, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4)) {
            PdfWriter.getInstance(document, out);
            document.addTitle(title);
            document.open();
            document.add(new Paragraph(title, new Font(FONT, HEAD_POINTS)));
            for (String line : text.split("\n", -1)) document.add(new Paragraph(line, new Font(FONT, TEXT_POINTS)));
            document.add(new Paragraph(NOTE, new Font(FONT, TEXT_POINTS)));
        }
        return out.toByteArray();
    }

    private static BaseFont load() {
        try (InputStream file = MadeUpPaper.class.getResourceAsStream(FILE)) {
            if (file == null)
                throw new IllegalStateException(FILE + " is missing from this build; web/build fetches it from npm");
            return BaseFont.createFont(
                    "NotoSansSC.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
