package org.weft.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet of which POI makes everything but the rows below its header. */
final class StreamedSheet extends XSSFSheet {

    private static final String ROWS_END = "</sheetData>";

    /** Makes every sheet of a workbook one of these. */
    static XSSFFactory factory() {
        return new XSSFFactory() {
            @Override
            public POIXMLDocumentPart newDocumentPart(POIXMLRelation descriptor) {
                return descriptor == XSSFRelation.WORKSHEET ? new StreamedSheet() : super.newDocumentPart(descriptor);
            }
        };
    }

    /** What stands before and behind the rows that are streamed. */
    record Frame(byte[] before, byte[] after) {}

    /** The sheet as it is now, with at least one row in it. */
    Frame frame() throws IOException {
        var xml = new ByteArrayOutputStream();
        write(xml);
        var text = xml.toString(StandardCharsets.UTF_8);
        var at = text.indexOf(ROWS_END);
        if (at < 0) {
            throw new IllegalStateException("A sheet without its header cannot be streamed");
        }
        return new Frame(
                text.substring(0, at).getBytes(StandardCharsets.UTF_8),
                text.substring(at).getBytes(StandardCharsets.UTF_8));
    }

    /** The part of the workbook it is kept in. */
    String part() {
        return getPackagePart().getPartName().getName().substring(1);
    }
}
