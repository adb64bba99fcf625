package org.yiwang.exchange;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers of GeoReport v2 in its two formats. */
@Component
class GeoReportWriter {
    /** Formats with the names that stand behind a dot in the address. */
    enum Format {
        JSON("application/json;charset=UTF-8"),
        XML("text/xml;charset=UTF-8");

        final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }
    }

    private final JsonMapper json;

    GeoReportWriter(JsonMapper json) {
        this.json = json;
    }

    String write(GeoReport report, Format format) {
        return switch (format) {
            case JSON ->
                json.writeValueAsString(report.isSingle() ? plain(report.rows().getFirst()) : plain(report.rows()));
            case XML -> xml(report);
        };
    }

    private static List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream().map(GeoReportWriter::plain).toList();
    }

    private static Map<String, Object> plain(Map<String, Object> row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        row.forEach(
                (name, value) -> plain.put(name, value instanceof GeoReport.Rows list ? plain(list.rows()) : value));
        return plain;
    }

    private static String xml(GeoReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(report.root());
            if (report.isSingle()) write(out, report.rows().getFirst());
            else write(out, report.item(), report.rows());
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer could not be written as XML", e);
        }
    }

    private static void write(XMLStreamWriter out, String item, List<Map<String, Object>> rows)
            throws XMLStreamException {
        for (Map<String, Object> row : rows) {
            out.writeStartElement(item);
            write(out, row);
            out.writeEndElement();
        }
    }

    private static void write(XMLStreamWriter out, Map<String, Object> row) throws XMLStreamException {
        for (Map.Entry<String, Object> entry : row.entrySet()) {
            out.writeStartElement(entry.getKey());
            if (entry.getValue() instanceof GeoReport.Rows list) write(out, list.item(), list.rows());
            else out.writeCharacters(entry.getValue().toString());
            out.writeEndElement();
        }
    }
}
