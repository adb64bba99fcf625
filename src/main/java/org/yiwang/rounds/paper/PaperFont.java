package org.yiwang.rounds.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Noto Sans SC (OFL 1.1), which the build brings along: no machine needs a Chinese font. Only the signs that a paper uses are embedded in it. */
final class PaperFont {
    private static final String FILE = "/fonts/NotoSansSC_400Regular.ttf";
    private static final BaseFont BASE = load();

    private PaperFont() {}

    private static BaseFont load() {
        try (InputStream file = PaperFont.class.getResourceAsStream(FILE)) {
            if (file == null)
                throw new IllegalStateException(FILE + " is missing from this build; web/build fetches it from npm");
            return BaseFont.createFont(
                    "NotoSansSC.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Font of(float points) {
        return new Font(BASE, points);
    }

    /** The family has one weight on paper; a heading is drawn with an outline. */
    static Font strong(float points) {
        return new Font(BASE, points, Font.BOLD);
    }
}
