package org.weft.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/**
 * A process that writes the same cells to nowhere, again and again, with one of several writers: five columns of text,
 * two dates, a moment and four kinds of numbers, each in the style of its kind.
 */
public final class WorkbookRace {

    private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Jörg", "Zoë", "Łukasz", "Mina", "Olu", "Wei"};
    private static final String[] FAMILY = {"Lovelace", "Hopper", "Turing", "Müller", "Nguyen", "Okafor", "D'Arcy"};
    private static final String[] DEPARTMENTS = {"Sales", "Engineering", "People & Culture", "Finance", "Operations"};
    private static final String[] OBJECTIVES = {
        "Meet three people of another department", "Learn how <Finance> plans a quarter", "Shadow a colleague for a day"
    };
    private static final String[] STATES = {"Not started", "In progress", "Completed", "Waived"};
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final Instant MOMENT = Instant.parse("2026-10-01T08:00:00Z");

    private WorkbookRace() {}

    /** One row. */
    record Line(
            String name,
            String department,
            String team,
            String objective,
            String status,
            LocalDate dueOn,
            LocalDate startedOn,
            Instant changedAt,
            int target,
            int achieved,
            double progress,
            double days) {

        static Line number(int number) {
            return new Line(
                    GIVEN[number % GIVEN.length] + " " + FAMILY[number / 9 % FAMILY.length] + " " + number,
                    DEPARTMENTS[number % DEPARTMENTS.length],
                    "Team " + number % 5_000,
                    OBJECTIVES[number % OBJECTIVES.length],
                    STATES[number / 3 % STATES.length],
                    DAY.plusDays(number % 90),
                    DAY.minusDays(number % 30),
                    MOMENT.plusSeconds(number * 37L % 7_000_000),
                    number % 7 + 1,
                    number % 5,
                    number % 5 / (double) (number % 7 + 1),
                    number % 1_000 / 8.0);
        }
    }

    private static final List<ColumnSpec<Line>> COLUMNS = List.of(
            ColumnSpec.text("Name", Line::name),
            ColumnSpec.text("Department", Line::department),
            ColumnSpec.text("Team", Line::team),
            ColumnSpec.text("Objective", Line::objective),
            ColumnSpec.text("Status", Line::status),
            ColumnSpec.date("Due", Line::dueOn),
            ColumnSpec.date("Started", Line::startedOn),
            ColumnSpec.dateTime("Changed", Line::changedAt),
            ColumnSpec.integer("Target", Line::target),
            ColumnSpec.integer("Achieved", Line::achieved),
            ColumnSpec.percent("Progress", Line::progress),
            ColumnSpec.decimal("Days", Line::days));

    private interface Writer {
        void write(OutputStream out, int rows, IntConsumer progress) throws IOException;
    }

    /**
     * Prints "RACE", the milliseconds of each run, then the bytes of one and how much heap is in use nine tenths through.
     *
     * @param args the writer (ours, fixed, raw, fastexcel, sxssf), rows, and how many runs
     */
    public static void main(String[] args) throws IOException {
        var writer = writer(args[0]);
        var rows = Integer.parseInt(args[1]);
        var runs = Integer.parseInt(args[2]);
        var times = new double[runs];
        writer.write(OutputStream.nullOutputStream(), Math.min(rows, 200_000), row -> {});
        for (var run = 0; run < runs; run++) {
            var start = System.nanoTime();
            writer.write(OutputStream.nullOutputStream(), rows, row -> {});
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        var live = new long[1];
        var counted = new Counter();
        writer.write(counted, rows, row -> {
            if (row == rows / 10 * 9) {
                System.gc();
                live[0] = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
            }
        });
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "RACE %.1f %d %d%n", runs == 0 ? 0 : times[runs / 2], counted.bytes, live[0]);
    }

    private static Writer writer(String name) {
        return switch (name) {
            case "ours" -> ours(COLUMNS);
            case "fixed" ->
                ours(COLUMNS.stream().map(column -> column.width(20)).toList());
            case "raw" -> WorkbookRace::raw;
            case "fastexcel" -> WorkbookRace::fastexcel;
            case "sxssf" -> WorkbookRace::sxssf;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Writes once, to nowhere. */
    public static void write(String writer, int rows) throws IOException {
        writer(writer).write(OutputStream.nullOutputStream(), rows, row -> {});
    }

    private static Writer ours(List<ColumnSpec<Line>> columns) {
        var workbooks = ReadBack.workbooks();
        return (out, rows, progress) -> workbooks.write(
                out,
                new WorkbookSpec(
                        "Race",
                        "Weft",
                        MOMENT,
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        List.of(new SheetSpec<>("Facts", columns, (Rows<Line>) sink -> {
                            for (var row = 0; row < rows; row++) {
                                progress.accept(row);
                                sink.accept(Line.number(row));
                            }
                        }))));
    }

    private static void fastexcel(OutputStream out, int rows, IntConsumer progress) throws IOException {
        try (var workbook = new Workbook(out, "Weft", "1.0")) {
            workbook.setCompressionLevel(Deflater.BEST_SPEED);
            var sheet = workbook.newWorksheet("Facts");
            for (var column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column).header());
                sheet.style(0, column).bold().set();
            }
            for (var row = 0; row < rows; row++) {
                progress.accept(row);
                var line = Line.number(row);
                var at = row + 1;
                sheet.inlineString(at, 0, line.name());
                sheet.inlineString(at, 1, line.department());
                sheet.inlineString(at, 2, line.team());
                sheet.inlineString(at, 3, line.objective());
                sheet.inlineString(at, 4, line.status());
                sheet.value(at, 5, line.dueOn());
                sheet.style(at, 5).format("d mmm yyyy").set();
                sheet.value(at, 6, line.startedOn());
                sheet.style(at, 6).format("d mmm yyyy").set();
                sheet.value(at, 7, LocalDateTime.ofInstant(line.changedAt(), ZoneOffset.UTC));
                sheet.style(at, 7).format("d mmm yyyy hh:mm").set();
                sheet.value(at, 8, line.target());
                sheet.style(at, 8).format("#,##0").set();
                sheet.value(at, 9, line.achieved());
                sheet.style(at, 9).format("#,##0").set();
                sheet.value(at, 10, line.progress());
                sheet.style(at, 10).format("0%").set();
                sheet.value(at, 11, line.days());
                sheet.style(at, 11).format("#,##0.00").set();
                if (at % 1_000 == 0) {
                    sheet.flush();
                }
            }
            sheet.freezePane(0, 1);
        }
    }

    private static void sxssf(OutputStream out, int rows, IntConsumer progress) throws IOException {
        try (var workbook = new SXSSFWorkbook(100)) {
            workbook.setCompressTempFiles(true);
            var formats = workbook.createDataFormat();
            var styles = List.of("General", "d mmm yyyy", "d mmm yyyy hh:mm", "#,##0", "0%", "#,##0.00").stream()
                    .map(format -> {
                        var style = workbook.createCellStyle();
                        style.setDataFormat(formats.getFormat(format));
                        return style;
                    })
                    .toList();
            var sheet = workbook.createSheet("Facts");
            var header = sheet.createRow(0);
            for (var column = 0; column < COLUMNS.size(); column++) {
                header.createCell(column).setCellValue(COLUMNS.get(column).header());
            }
            var style = new int[] {0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 5};
            for (var row = 0; row < rows; row++) {
                progress.accept(row);
                var line = Line.number(row);
                var cells = sheet.createRow(row + 1);
                for (var column = 0; column < COLUMNS.size(); column++) {
                    var cell = cells.createCell(column);
                    switch (COLUMNS.get(column).value().apply(line)) {
                        case String text -> cell.setCellValue(text);
                        case LocalDate day -> cell.setCellValue(day);
                        case Instant moment -> cell.setCellValue(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                        case Number number -> cell.setCellValue(number.doubleValue());
                        case null, default -> throw new IllegalStateException();
                    }
                    cell.setCellStyle(styles.get(style[column]));
                }
            }
            workbook.write(out);
        }
    }

    /** A sheet as one would write it by hand for just these columns. */
    private static void raw(OutputStream out, int rows, IntConsumer progress) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var buffered = new BufferedOutputStream(zip, 64 * 1024);
            buffered.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    .getBytes(StandardCharsets.UTF_8));
            var xml = new StringBuilder();
            for (var row = 0; row < rows; row++) {
                progress.accept(row);
                var line = Line.number(row);
                var at = row + 2;
                xml.setLength(0);
                xml.append("<row r=\"").append(at).append("\">");
                text(xml, 'A', at, line.name());
                text(xml, 'B', at, line.department());
                text(xml, 'C', at, line.team());
                text(xml, 'D', at, line.objective());
                text(xml, 'E', at, line.status());
                cell(xml, 'F', at, 2)
                        .append(DateUtil.getExcelDate(line.dueOn()))
                        .append("</v></c>");
                cell(xml, 'G', at, 2)
                        .append(DateUtil.getExcelDate(line.startedOn()))
                        .append("</v></c>");
                cell(xml, 'H', at, 3)
                        .append(DateUtil.getExcelDate(LocalDateTime.ofInstant(line.changedAt(), ZoneOffset.UTC)))
                        .append("</v></c>");
                cell(xml, 'I', at, 4).append(line.target()).append("</v></c>");
                cell(xml, 'J', at, 4).append(line.achieved()).append("</v></c>");
                cell(xml, 'K', at, 5).append(line.progress()).append("</v></c>");
                cell(xml, 'L', at, 6).append(line.days()).append("</v></c>");
                xml.append("</row>");
                buffered.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            }
            buffered.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            buffered.flush();
            zip.closeEntry();
        }
    }

    private static void text(StringBuilder xml, char column, int row, String text) {
        xml.append("<c r=\"").append(column).append(row).append("\" s=\"1\" t=\"inlineStr\"><is><t>");
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                default -> xml.append(text.charAt(i));
            }
        }
        xml.append("</t></is></c>");
    }

    private static StringBuilder cell(StringBuilder xml, char column, int row, int style) {
        return xml.append("<c r=\"")
                .append(column)
                .append(row)
                .append("\" s=\"")
                .append(style)
                .append("\"><v>");
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }
}
