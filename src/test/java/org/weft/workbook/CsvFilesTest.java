package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as it is written, read back by the portal's own reader and by another. */
class CsvFilesTest {

    private record Row(
            @Nullable String text,
            @Nullable Number number,
            @Nullable LocalDate day,
            @Nullable Instant moment) {

        static Row of(String text) {
            return new Row(text, null, null, null);
        }
    }

    private static final List<ColumnSpec<Row>> COLUMNS = List.of(
            ColumnSpec.text("name", Row::text),
            ColumnSpec.percent("share", Row::number),
            ColumnSpec.date("day", Row::day),
            ColumnSpec.dateTime("moment", Row::moment));

    @TempDir
    Path directory;

    private static byte[] bytes(CsvSpec csv, Row... rows) {
        var out = new ByteArrayOutputStream();
        try {
            CsvFiles.write(out, new SheetSpec<>("rows", COLUMNS, List.of(rows)), csv);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String text(CsvSpec csv, Row... rows) {
        return new String(bytes(csv, rows), StandardCharsets.UTF_8);
    }

    /** The only row's text, as another library sees it. */
    private static String written(String text) {
        try (var reader = CsvReader.builder()
                .fieldSeparator(',')
                .ofCsvRecord(text(CsvSpec.FOR_PROGRAMS, Row.of(text)).substring(1))) {
            var records = reader.stream().toList();
            assertThat(records).hasSize(2);
            assertThat(records.get(1).getFieldCount()).isEqualTo(4);
            return records.get(1).getField(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void beginsWithAByteOrderMarkAndAHeaderAndEndsEachRowAsTheStandardSays() {
        var row = new Row(
                "Ada \"the first\", Countess",
                0.75,
                LocalDate.of(2026, 3, 31),
                Instant.parse("2026-03-31T22:30:15.123456Z"));

        assertThat(text(CsvSpec.FOR_PROGRAMS, row)).isEqualTo("""
                \ufeffname,share,day,moment\r
                "Ada ""the first"", Countess",0.75,2026-03-31,2026-03-31T22:30:15Z\r
                """);
    }

    @Test
    void germanReadersGetSemicolonsAndTheirOwnTimeWithItsOffset() {
        var row = new Row("Ada, a; b", 0.5, null, Instant.parse("2026-03-31T22:30:15Z"));

        assertThat(text(CsvSpec.of(Locale.GERMAN, ZoneId.of("Europe/Berlin")), row))
                .endsWith("\"Ada, a; b\";0.5;;2026-04-01T00:30:15+02:00\r\n");
        assertThat(text(CsvSpec.of(Locale.ENGLISH, ZoneId.of("Europe/Berlin")), row))
                .endsWith("\"Ada, a; b\",0.5,,2026-04-01T00:30:15+02:00\r\n");
        assertThat(text(CsvSpec.FOR_PROGRAMS.separatedBy('\t'), row))
                .endsWith("Ada, a; b\t0.5\t\t2026-03-31T22:30:15Z\r\n");
    }

    @Test
    void numbersArePlainWhateverTheyAreAndNeverTakenForFormulas() {
        for (var number : List.of(
                -5, 1_000_000L, 1e-7, 1e15, -0.25, 0.0, new BigDecimal("1E+3"), 1.0 / 3, Double.NaN, Long.MIN_VALUE)) {
            var line = text(CsvSpec.FOR_PROGRAMS, new Row("x", number, null, null))
                    .lines()
                    .toList()
                    .get(1);
            var cell = line.split(",", -1)[1];
            if (number.equals(Double.NaN)) {
                assertThat(cell).isEmpty();
            } else {
                assertThat(cell).matches("-?[0-9]+(\\.[0-9]+)?");
                assertThat(new BigDecimal(cell)).isEqualByComparingTo(new BigDecimal(number.toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|'/c calc'!A1",
                "+49 40 1234",
                "-Sales",
                "@SUM(A1)",
                "\tTab",
                "\nBreak",
                " =1+1",
                "\u00a0\u200b=1+1",
                "\uff1d1+1",
                "|pipe",
                "%x",
                "'=1+1",
                "''=1+1",
                "' =1+1"
            })
    void whatLooksLikeAFormulaHasOneApostropheMoreAndIsItselfWithoutIt(String hostile) {
        assertThat(written(hostile)).isEqualTo("'" + hostile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "O'Neill",
                "'t Hooft",
                "a=b",
                "Smith-Jones",
                "a\n=1+1",
                "a,\"=1+1\"\n",
                "007",
                "  Ada  ",
                "👩‍🚀 مرحبا"
            })
    void everythingElseIsWrittenAsItIs(String text) {
        assertThat(written(text)).isEqualTo(text);
    }

    @Test
    void whatNoFileCanHoldBecomesItsSymbol() {
        assertThat(written("a\u0000b\rc\ud800")).isEqualTo("a\u2400b\nc\ufffd");
        assertThat(written("\r\n=1+1")).isEqualTo("'\n=1+1");
    }

    @Test
    void theOwnReaderReadsItBack() throws IOException {
        var names = List.of("Ada; \"x\"", "=1+1", "line\nbreak", "Ünal", "a,b");
        for (var separator : List.of(',', ';', '\t')) {
            var file = directory.resolve("people.csv");
            Files.write(
                    file,
                    bytes(
                            CsvSpec.FOR_PROGRAMS.separatedBy(separator),
                            names.stream()
                                    .map(name -> new Row(name, 1, LocalDate.of(2026, 3, 31), null))
                                    .toArray(Row[]::new)));
            try (var table = TableReader.open(file, "people.csv", ReadLimits.ofMegabytes(1));
                    var rows = table.rows()) {
                assertThat(table.header()).containsExactly("name", "share", "day", "moment");
                assertThat(rows.map(row -> row.cell(0)))
                        .containsExactly("Ada; \"x\"", "'=1+1", "line\nbreak", "Ünal", "a,b");
            }
        }
    }

    @Test
    void rowsGoThroughAsTheyCome() throws IOException {
        var written = new long[1];
        var sink = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
        var behind = new long[1];
        Rows<Row> rows = new Rows<>() {
            @Override
            public void forEach(Consumer<? super Row> target) {
                for (var i = 0; i < 100_000; i++) {
                    target.accept(Row.of("a name of about thirty characters"));
                    behind[0] = Math.max(behind[0], i * 30L - written[0]);
                }
            }
        };
        CsvFiles.write(sink, new SheetSpec<>("rows", COLUMNS, rows), CsvSpec.FOR_PROGRAMS);
        assertThat(written[0]).isGreaterThan(3_000_000);
        assertThat(behind[0]).isLessThan(100_000);
    }

    @Test
    void aBrokenStreamIsToldAsWhatItIs() {
        var broken = new OutputStream() {
            private int taken;

            @Override
            public void write(int one) throws IOException {
                // Takes the byte order mark.
                if (++taken > 3) {
                    throw new IOException("gone");
                }
            }
        };
        var rows = IntStream.range(0, 10).mapToObj(i -> Row.of("x")).toList();

        assertThatThrownBy(() -> CsvFiles.write(broken, new SheetSpec<>("rows", COLUMNS, rows), CsvSpec.FOR_PROGRAMS))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
