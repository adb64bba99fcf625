package org.yiwang.registry.sheet;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** From which year a workbook counts its days: 1900, or 1904 where it was first kept on an old Macintosh. */
final class WorkbookDates extends DefaultHandler {
    private boolean counts1904;

    private WorkbookDates() {}

    static boolean count1904(XSSFReader parts) throws IOException, SAXException, InvalidFormatException {
        WorkbookDates handler = new WorkbookDates();
        try (InputStream workbook = parts.getWorkbookData()) {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(workbook));
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot read XML", e);
        }
        return handler.counts1904;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
        String given = attributes.getValue("date1904");
        if (name.equals("workbookPr") && given != null) counts1904 = given.equals("1") || given.equals("true");
    }
}
