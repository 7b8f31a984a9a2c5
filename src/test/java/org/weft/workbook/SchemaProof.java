package org.weft.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Each part against its schema of ECMA-376, transitional, as POI ships them; unpacked by the build. */
final class SchemaProof {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** By what a part's type begins with. */
    private static final Map<String, String> SCHEMAS = Map.of(
            SPREADSHEET,
            "sml.xsd",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "dml-chart.xsd",
            "application/vnd.openxmlformats-officedocument.drawing+xml",
            "dml-spreadsheetDrawing.xsd",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            "dml-main.xsd",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "shared-documentPropertiesExtended.xsd",
            "application/vnd.openxmlformats-package.relationships+xml",
            "opc-relationships.xsd");

    private static final String CORE = "application/vnd.openxmlformats-package.core-properties+xml";
    private static final Map<String, Schema> READ = new HashMap<>();

    private SchemaProof() {}

    static void check(Map<String, byte[]> parts, Map<String, String> types, List<String> problems) {
        types.forEach((part, type) -> {
            var schema = SCHEMAS.entrySet().stream()
                    .filter(one -> type.startsWith(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (schema.isPresent() && parts.containsKey(part)) {
                check(part, parts.get(part), schema.get(), problems);
            } else if (!type.equals(CORE)) {
                problems.add(part + " is of no type that could be checked: " + type);
            }
        });
    }

    private static void check(String part, byte[] bytes, String schema, List<String> problems) {
        try {
            var validator = read(schema).newValidator();
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) {
                    // Excel itself writes it: the schema forgets what the text of the standard says of texts with
                    // blanks.
                    if (!e.getMessage().contains("'xml:space' was found")) {
                        problems.add(part + ": " + e.getMessage());
                    }
                }
            });
            validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException e) {
            problems.add(part + ": " + e.getMessage());
        }
    }

    private static synchronized Schema read(String name) {
        return READ.computeIfAbsent(name, file -> {
            try {
                var place = Objects.requireNonNull(
                        SchemaProof.class.getResource("/ooxml/" + file), "The build unpacks the schemas: " + file);
                var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
                return factory.newSchema(new StreamSource(place.toExternalForm()));
            } catch (SAXException e) {
                throw new AssertionError(e);
            }
        });
    }
}
