package org.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.weft.access.Role;
import org.weft.people.imports.ImportOptions;
import org.weft.people.imports.ImportProgress;
import org.weft.people.imports.ImportService;
import org.weft.testing.Database;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/**
 * The real directory of 311 people into an empty portal, on H2: open, read, compare, apply, audit. The yardstick reads
 * the same file and writes as many bare rows, eleven columns each, in one batch.
 */
@WeftTest
class ImportBench {

    private static final Path FILE = Path.of(
                    Optional.ofNullable(System.getenv("WEFT_REAL_DATA")).orElse("../shared/data"))
            .resolve("HRDataset_v14.csv");

    @Autowired
    ImportService imports;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Database database;

    @Test
    void importOfTheRealFile() throws Exception {
        Assumptions.assumeTrue(Files.exists(FILE), "The real directory is not at " + FILE.toAbsolutePath());
        SignedIn.as(Role.HR);
        jdbc.execute(
                "create table bare_person (a varchar(200), b varchar(200), c varchar(200), d varchar(200),"
                        + " e varchar(200), f varchar(200), g varchar(200), h varchar(200), i varchar(200), j varchar(200), k varchar(200))");

        var bare = Timing.millis(3, 15, this::bare);
        database.clean();
        var first = Timing.millis(0, 1, this::importOnce);
        var again = Timing.millis(0, 1, this::importOnce);
        var warm = Timing.millis(3, 15, () -> {
            database.clean();
            importOnce();
        });
        Timing.print("import of the real file, first ever", first[0], "bare parse and insert", Timing.median(bare));
        Timing.print("the same file again: 0 changes", again[0], "bare parse and insert", Timing.median(bare));
        Timing.print(
                "import of the real file, warm", Timing.median(warm), "bare parse and insert", Timing.median(bare));
        assertThat(jdbc.queryForObject("select count(*) from person", Long.class))
                .isEqualTo(311);
    }

    private void importOnce() {
        var file = imports.open(FILE, "HRDataset_v14.csv", null);
        var rows = imports.read(file, file.mapping(), ImportProgress.SILENT);
        var preview = imports.preview(rows, ImportOptions.DEFAULT);
        if (preview.counts().changesAnything()) {
            imports.apply(preview, ImportProgress.SILENT);
        }
    }

    private void bare() throws Exception {
        var rows = new ArrayList<Object[]>();
        try (var reader = CsvReader.builder().ofCsvRecord(FILE)) {
            reader.stream()
                    .skip(1)
                    .forEach(row -> rows.add(row.getFields().subList(0, 11).toArray()));
        }
        jdbc.update("delete from bare_person");
        jdbc.batchUpdate("insert into bare_person values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", List.copyOf(rows));
    }
}
