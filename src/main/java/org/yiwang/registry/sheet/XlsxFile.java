package org.yiwang.registry.sheet;

import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.Kind.UNSUPPORTED;
import static org.yiwang.platform.Refusal.refuse;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.yiwang.platform.RefusedException;

/** A workbook that is read from its first row to its last, once, in memory that does not grow with the rows. */
public final class XlsxFile implements AutoCloseable {
    private static final String MACROS = "macroEnabled";
    private static final String BINARY = "sheet.binary";

    private final OPCPackage workbook;

    /**
     * What a sheet has beside its rows.
     *
     * @param merged areas of several cells joined to one
     * @param empty rows that the sheet has without anything in them
     */
    public record Rest(List<CellRangeAddress> merged, int empty) {}

    private XlsxFile(OPCPackage workbook) {
        this.workbook = workbook;
    }

    /** Refuses whatever is no plain workbook, each kind in its own words. */
    public static XlsxFile open(Path path) {
        File file = path.toFile();
        SheetGuard.check(file);
        try {
            return new XlsxFile(checked(OPCPackage.open(file, PackageAccess.READ)));
        } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
            throw damaged(e);
        }
    }

    private static OPCPackage checked(OPCPackage workbook) throws InvalidFormatException {
        for (PackagePart part : workbook.getParts()) {
            String type = part.getContentType();
            if (type.contains(MACROS) || part.getPartName().getName().endsWith("vbaProject.bin"))
                throw refusedWith(workbook, "registry.macros");
            if (type.contains(BINARY)) throw refusedWith(workbook, "registry.binary-workbook");
        }
        return workbook;
    }

    private static RefusedException refusedWith(OPCPackage workbook, String code) {
        workbook.revert();
        return refuse(UNSUPPORTED, code).exception();
    }

    /** Hands over the rows of the first sheet that hold anything, and tells at the end what else there was. */
    public Rest read(Consumer<SheetRow> taker) {
        try {
            XSSFReader parts = new XSSFReader(workbook);
            parts.setUseReadOnlySharedStringsTable(true);
            SheetHandler handler = new SheetHandler(
                    new CellReader(texts(parts), parts.getStylesTable(), WorkbookDates.count1904(parts)), taker);
            Iterator<InputStream> sheets = parts.getSheetsData();
            if (!sheets.hasNext())
                throw refuse(UNSUPPORTED, "registry.no-sheet").exception();
            try (InputStream sheet = sheets.next()) {
                parse(sheet, handler);
            }
            return new Rest(handler.merged(), handler.empty());
        } catch (IOException | SAXException | OpenXML4JException | OpenXML4JRuntimeException e) {
            throw damaged(e);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw refuse(UNSUPPORTED, "registry.damaged").exception();
        }
    }

    private PackedStrings texts(XSSFReader parts) throws IOException, SAXException, InvalidFormatException {
        PackedStrings texts = new PackedStrings();
        try (InputStream shared = parts.getSharedStringsData()) {
            if (shared != null) parse(shared, new SharedTexts(texts));
        }
        return texts;
    }

    private static void parse(InputStream xml, DefaultHandler handler) throws IOException, SAXException {
        try {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(xml));
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot read XML", e);
        }
    }

    private static RefusedException damaged(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) return refused;
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Zip bomb") || message.contains("max size"))
                return refuse(TOO_LARGE, "registry.zip-bomb").exception();
        }
        return refuse(UNSUPPORTED, "registry.damaged").exception();
    }

    /** Leaves the file as it was. */
    @Override
    public void close() {
        workbook.revert();
    }
}
