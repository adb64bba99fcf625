package org.yiwang.registry.sheet;

import static org.yiwang.platform.Refusal.Kind.UNSUPPORTED;
import static org.yiwang.platform.Refusal.refuse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.poifs.filesystem.FileMagic;

/** A table as offices hand it in: a workbook, or a text with one line a row (CSV). What it is, its content says, not its name. */
public final class SheetFile {
    private SheetFile() {}

    /** Hands over the rows that hold anything, and tells at the end what else there was. */
    public static XlsxFile.Rest read(Path path, Consumer<SheetRow> taker) {
        try {
            FileMagic magic = FileMagic.valueOf(path.toFile());
            if (magic != FileMagic.OOXML && magic != FileMagic.OLE2) return CsvFile.read(path, taker);
        } catch (IOException e) {
            throw refuse(UNSUPPORTED, "registry.damaged").exception();
        }
        try (XlsxFile workbook = XlsxFile.open(path)) {
            return workbook.read(taker);
        }
    }
}
