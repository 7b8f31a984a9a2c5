package org.weft.people.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The directory of a real organisation, which is not part of the product. */
final class RealFile {

    static final String NAME = "HRDataset_v14.csv";

    private RealFile() {}

    /** Its path; the test is skipped, and says so, where it is not there. */
    static Path path() {
        var folder = Path.of(Objects.requireNonNullElse(System.getenv("WEFT_REAL_DATA"), "../shared/data"));
        var file = folder.resolve(NAME);
        assumeTrue(
                Files.isReadable(file),
                () -> "No " + file.toAbsolutePath().normalize()
                        + ": name its folder in WEFT_REAL_DATA to run this test");
        return file;
    }
}
