package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.weft.base.Translations;

/** Writes workbooks to memory and reads them with two libraries. */
final class ReadBack {

    static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private ReadBack() {}

    static Workbooks workbooks() {
        try (var context = new AnnotationConfigApplicationContext(Translations.class, Workbooks.class)) {
            return context.getBean(Workbooks.class);
        }
    }

    static Translations translations() {
        try (var context = new AnnotationConfigApplicationContext(Translations.class)) {
            return context.getBean(Translations.class);
        }
    }

    static WorkbookSpec spec(Sheet... sheets) {
        return new WorkbookSpec("The quarter", "Wilma Weaver", NOW, BERLIN, Locale.ENGLISH, List.of(sheets));
    }

    static byte[] bytes(Sheet... sheets) {
        return bytes(spec(sheets));
    }

    static byte[] bytes(WorkbookSpec spec) {
        var out = new ByteArrayOutputStream();
        try {
            workbooks().write(out, spec);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(WorkbookProof.problems(out.toByteArray())).isEmpty();
        return out.toByteArray();
    }

    static XSSFWorkbook poi(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** A sheet's cells as text, as the other library sees them. */
    static List<List<String>> fastexcel(byte[] bytes, int sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = new ArrayList<List<String>>();
            for (var row : workbook.getSheet(sheet).orElseThrow().read()) {
                rows.add(row.stream()
                        .map(cell -> cell == null ? "" : cell.getText())
                        .toList());
            }
            return rows;
        }
    }
}
