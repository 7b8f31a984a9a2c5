package org.weft.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * Goes through every part of a workbook once before the reader does, with the same zip and XML libraries, and refuses
 * what would cost it memory without end: parts that unpack to far more than they should, document type definitions,
 * and references beyond what the file holds, which the reader would fill up to.
 */
final class XlsxGuard {

    private static final int MAX_PARTS = 5_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENT_NAMES = 2_000;

    /** A tag with its attributes, or the text between two tags: no honest one is longer. */
    private static final int MAX_BYTES_WITHOUT_TAG = 1024 * 1024;

    /** More different texts would fill the memory, and no directory has them. */
    private static final int MAX_SHARED_TEXTS = 2_000_000;

    /** The longest formula Excel accepts. */
    private static final int MAX_FORMULA = 8_192;

    private final String fileName;
    private final ReadLimits limits;
    private final Set<String> elementNames = new HashSet<>();
    private final XMLInputFactory xml = new InputFactoryImpl();
    private long unpacked;
    private long sharedTexts;
    private long highestReference = -1;

    private XlsxGuard(String fileName, ReadLimits limits) {
        this.fileName = fileName;
        this.limits = limits;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws InvalidInputException if the file is no workbook that can be read with bounded memory */
    static void check(Path file, String fileName, ReadLimits limits) {
        var guard = new XlsxGuard(fileName, limits);
        try (var zip = ZipFile.builder().setPath(file).get()) {
            guard.check(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw guard.corrupt();
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.getEntry("mimetype") != null) {
            throw ContentSniffer.noTable(fileName, "workbook.kind.openDocument");
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw new InvalidInputException(Text.of("workbook.read.legacy", fileName));
        }
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (names.size() == MAX_PARTS) {
                throw bomb();
            }
            // Two parts of one name: which of them is read would be chance.
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw corrupt();
            }
        }
        if (!names.contains("[content_types].xml")) {
            throw ContentSniffer.noTable(fileName, "workbook.kind.archive");
        }
        if (names.contains("word/document.xml") || names.contains("ppt/presentation.xml")) {
            throw ContentSniffer.noTable(fileName, "workbook.kind.document");
        }
        for (var entry : Collections.list(zip.getEntries())) {
            try (var part = new Counted(zip.getInputStream(entry))) {
                check(part);
            }
        }
        if (highestReference >= sharedTexts) {
            throw corrupt();
        }
    }

    private void check(Counted part) throws IOException {
        try {
            var reader = xml.createXMLStreamReader(part);
            walk(reader);
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof InvalidInputException) {
                throw (InvalidInputException) e;
            }
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            // No XML, such as a picture, or broken: the reader stops at the same place, if it goes there at all.
        }
        part.drain();
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        var textsBefore = sharedTexts;
        var depth = 0;
        var inSharedText = false;
        var inFormula = false;
        var isValueOfShared = false;
        var length = 0L;
        var value = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw bomb();
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = reader.getLocalName();
                    elementNames.add(name);
                    if (depth > MAX_DEPTH || elementNames.size() > MAX_ELEMENT_NAMES) {
                        throw bomb();
                    }
                    switch (name) {
                        case "si" -> {
                            inSharedText = true;
                            length = 0;
                            sharedTexts++;
                            if (textsBefore > 0 || sharedTexts > MAX_SHARED_TEXTS) {
                                throw bomb();
                            }
                        }
                        case "row" -> checkRow(reader.getAttributeValue(null, "r"));
                        case "c" -> {
                            checkCell(reader.getAttributeValue(null, "r"));
                            isValueOfShared = "s".equals(reader.getAttributeValue(null, "t"));
                            inSharedText = true;
                            length = 0;
                        }
                        case "v" -> value.setLength(0);
                        case "f" -> {
                            inFormula = true;
                            length = 0;
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    length += reader.getTextLength();
                    if (inFormula ? length > MAX_FORMULA : inSharedText && length > 4L * limits.maxCellLength()) {
                        throw inFormula ? corrupt() : bomb();
                    }
                    if (isValueOfShared && value.length() < 20) {
                        value.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    switch (reader.getLocalName()) {
                        case "si" -> inSharedText = false;
                        case "f" -> {
                            inFormula = false;
                            length = 0;
                        }
                        case "v" -> {
                            if (isValueOfShared && !value.isEmpty()) {
                                highestReference = Math.max(highestReference, number(value.toString()));
                            }
                        }
                        case "c" -> {
                            isValueOfShared = false;
                            inSharedText = false;
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void checkRow(@Nullable String number) {
        if (number != null && number(number) > SpreadsheetVersion.EXCEL2007.getMaxRows()) {
            throw corrupt();
        }
    }

    private void checkCell(@Nullable String address) {
        if (address == null) {
            return;
        }
        var letters = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            letters++;
        }
        var column = address.substring(0, letters).toUpperCase(Locale.ROOT);
        if (letters == 0
                || letters > 3
                || letters == 3 && column.compareTo(SpreadsheetVersion.EXCEL2007.getLastColumnName()) > 0
                || number(address.substring(letters)) > SpreadsheetVersion.EXCEL2007.getMaxRows()) {
            throw corrupt();
        }
    }

    private long number(String text) {
        try {
            var number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw corrupt();
    }

    private InvalidInputException corrupt() {
        return new InvalidInputException(Text.of("workbook.read.corrupt", fileName));
    }

    private InvalidInputException bomb() {
        return new InvalidInputException(Text.of("workbook.read.bomb", fileName));
    }

    /** Counts what is unpacked, over all parts, and how far one tag is from the next. */
    private final class Counted extends FilterInputStream {

        private boolean markup;
        private boolean started;
        private int sinceTag;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            if (read > 0) {
                count(buffer, offset, read);
            }
            return read;
        }

        private void count(byte[] buffer, int offset, int read) {
            unpacked += read;
            if (unpacked > limits.maxUnpackedBytes()) {
                throw bomb();
            }
            if (!started) {
                started = true;
                // A tag, or a byte order mark before one.
                markup = buffer[offset] == '<' || buffer[offset] < 0 || buffer[offset] <= ' ';
            }
            if (!markup) {
                return;
            }
            for (var i = offset; i < offset + read; i++) {
                sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > MAX_BYTES_WITHOUT_TAG) {
                    throw bomb();
                }
            }
        }

        void drain() throws IOException {
            // No longer markup for anybody: a picture may be as long as it likes.
            markup = false;
            var buffer = new byte[16 * 1024];
            while (read(buffer, 0, buffer.length) >= 0) {
                // Counted as it goes by.
            }
        }
    }
}
