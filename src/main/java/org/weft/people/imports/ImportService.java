package org.weft.people.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.people.DirectoryChanged;
import org.weft.people.DirectoryLock;
import org.weft.people.TimeZoneChanged;
import org.weft.workbook.ReadLimits;

/**
 * Brings people from a file into the directory: {@link #open} the file, {@link #read} it with a mapping, look at the
 * {@link #preview}, {@link #apply} it. Only HR may. Columns that are not mapped are neither stored nor logged.
 */
@Service
@PreAuthorize("hasRole('HR')")
public class ImportService {

    private final FileReader reader;
    private final MappingMemory memory;
    private final DirectoryReader directory;
    private final DirectoryLock lock;
    private final ImportWriter writer;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final int maxMegabytes;

    ImportService(
            MappingMemory memory,
            DirectoryReader directory,
            DirectoryLock lock,
            ImportWriter writer,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${weft.time-zone}") ZoneId zone,
            @Value("${weft.import.max-megabytes}") int maxMegabytes) {
        this.reader = new FileReader(ReadLimits.ofMegabytes(maxMegabytes));
        this.memory = memory;
        this.directory = directory;
        this.lock = lock;
        this.writer = writer;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
        this.maxMegabytes = maxMegabytes;
    }

    /** The largest file that is read. */
    public int maxMegabytes() {
        return maxMegabytes;
    }

    /**
     * Looks at a file: its columns, some values of each, and what they mean, as somebody said of the same columns before
     * or as their names tell.
     *
     * @param path where the file lies; it is neither moved nor deleted
     * @param name the one it was uploaded under
     * @param sheet a sheet of a workbook, or null for the first that holds anything
     * @throws InvalidInputException if it cannot be read as a table
     */
    @Transactional(readOnly = true)
    public ImportFile open(Path path, String name, @Nullable String sheet) {
        var glance = reader.glance(path, name, sheet);
        var remembered = memory.recall(glance.header());
        return new ImportFile(
                path,
                name,
                glance.sheet(),
                glance.sheets(),
                glance.header(),
                glance.samples(),
                glance.rows(),
                remembered.orElseGet(() -> ColumnRecognition.recognise(glance.header(), glance.samples())),
                remembered.isPresent());
    }

    /**
     * Reads all rows, and remembers the mapping for the next file with these columns.
     *
     * @throws InvalidInputException if the mapping has no column for the number or the name, if the file has no rows, or
     *     if it cannot be read to its end
     */
    @Transactional
    public ImportRows read(ImportFile file, ColumnMapping mapping, ImportProgress progress) {
        mapping.check();
        var rows = reader.read(file, mapping, LocalDate.now(clock.withZone(zone)), progress);
        memory.remember(file.header(), mapping);
        return rows;
    }

    /** What applying the rows would do to the directory as it is now. */
    @Transactional(readOnly = true)
    public ImportPreview preview(ImportRows rows, ImportOptions options) {
        return new ImportPreview(rows, options, ImportPlanner.plan(rows, directory.read(), options));
    }

    /**
     * Does what the preview shows, all of it or nothing.
     *
     * @throws StaleEditException if the directory was changed since, so that it would do something else; nothing is
     *     written, and a fresh preview shows what
     * @throws InvalidInputException if the options refuse files with problems and there are some
     */
    @Transactional
    public ImportCounts apply(ImportPreview shown, ImportProgress progress) {
        if (!shown.canApply()) {
            throw new InvalidInputException(Text.of("people.import.error.notApplicable"));
        }
        lock.take();
        var plan = ImportPlanner.plan(shown.rows(), directory.read(), shown.options());
        if (!plan.equals(shown.plan())) {
            throw new StaleEditException("directory", 0);
        }
        writer.write(shown.rows().fileName(), plan, progress);
        events.publishEvent(DirectoryChanged.many());
        var moved = plan.moved();
        if (!moved.isEmpty()) {
            events.publishEvent(new TimeZoneChanged(moved));
        }
        return plan.counts();
    }
}
