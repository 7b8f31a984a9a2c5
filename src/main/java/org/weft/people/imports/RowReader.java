package org.weft.people.imports;

import static org.weft.people.imports.ImportField.DEPARTMENT;
import static org.weft.people.imports.ImportField.EMAIL;
import static org.weft.people.imports.ImportField.EMPLOYEE_NUMBER;
import static org.weft.people.imports.ImportField.FAMILY_NAME;
import static org.weft.people.imports.ImportField.FULL_NAME;
import static org.weft.people.imports.ImportField.GIVEN_NAME;
import static org.weft.people.imports.ImportField.JOB_TITLE;
import static org.weft.people.imports.ImportField.JOINED_ON;
import static org.weft.people.imports.ImportField.LANGUAGE;
import static org.weft.people.imports.ImportField.LEFT_ON;
import static org.weft.people.imports.ImportField.LEVEL;
import static org.weft.people.imports.ImportField.LOCATION;
import static org.weft.people.imports.ImportField.MANAGER;
import static org.weft.people.imports.ImportField.STATUS;
import static org.weft.people.imports.ImportField.TEAM;
import static org.weft.people.imports.ImportField.TIME_ZONE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.people.Level;
import org.weft.people.PersonFields;
import org.weft.people.PersonName;
import org.weft.people.TeamDraft;
import org.weft.workbook.DateColumn;

/** Reads a row into a record of a person, and says of every cell that cannot be taken why. */
final class RowReader {

    private final ColumnMapping mapping;
    private final Map<ImportField, DateColumn> dates;
    private final StatusWords statusWords;
    private final LocalDate today;

    RowReader(ColumnMapping mapping, Map<ImportField, DateColumn> dates, LocalDate today) {
        this.mapping = mapping;
        this.dates = dates;
        this.statusWords = StatusWords.of(mapping.column(STATUS).orElse(""));
        this.today = today;
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read(String text);
    }

    /** One row while it is read. */
    private final class Reader {
        private final MappedRow row;
        private final List<Remark> remarks;
        private boolean clean = true;

        private Reader(MappedRow row, List<Remark> remarks) {
            this.row = row;
            this.remarks = remarks;
        }

        <T> @Nullable T read(ImportField field, Reading<T> reading) {
            try {
                return reading.read(row.cell(field));
            } catch (InvalidInputException e) {
                problem(field, e.text());
                return null;
            }
        }

        void problem(@Nullable ImportField field, Text reason) {
            remarks.add(Remark.problem(row, field, reason));
            clean = false;
        }
    }

    /** @return the record, empty where the row has a problem, which is then among the remarks */
    Optional<PersonRecord> read(MappedRow row, List<Remark> remarks) {
        var reader = new Reader(row, remarks);
        if (row.surplus()) {
            reader.problem(null, Text.of("people.import.error.surplus"));
        }
        var number = reader.read(EMPLOYEE_NUMBER, PersonFields::employeeNumber);
        var name = reader.read(mapping.has(FULL_NAME) ? FULL_NAME : FAMILY_NAME, text -> PersonFields.name(name(row)));
        var email = reader.read(EMAIL, PersonFields::email);
        var title = reader.read(JOB_TITLE, PersonFields::jobTitle);
        var level = reader.read(LEVEL, RowReader::level);
        var department = reader.read(DEPARTMENT, text -> PersonFields.line("team", text, TeamDraft.NAME_LENGTH));
        var team = reader.read(TEAM, text -> PersonFields.line("team", text, TeamDraft.NAME_LENGTH));
        var location = reader.read(LOCATION, PersonFields::location);
        var timeZone = reader.read(TIME_ZONE, PersonFields::timeZone);
        var language = reader.read(LANGUAGE, LanguageWords::read);
        var joinedOn = reader.read(JOINED_ON, text -> day(JOINED_ON, text));
        var leftOn = reader.read(LEFT_ON, text -> day(LEFT_ON, text));
        var status = reader.read(STATUS, this::status);
        if (joinedOn != null && leftOn != null && leftOn.isBefore(joinedOn)) {
            reader.problem(LEFT_ON, Text.of("people.error.leftBeforeJoined"));
        }
        if (!reader.clean || number == null || name == null) {
            return Optional.empty();
        }
        var active = status != null ? status : activeBy(leftOn);
        if (active != null && active && leftOn != null && !leftOn.isAfter(today)) {
            remarks.add(Remark.warning(row, LEFT_ON, Text.of("people.import.warning.activeAfterLastDay")));
            leftOn = null;
        }
        var manager = row.cell(MANAGER);
        return Optional.of(new PersonRecord(
                row,
                number,
                name,
                email,
                title,
                level,
                department,
                team,
                manager.isEmpty() ? null : manager,
                location,
                timeZone,
                language,
                active,
                joinedOn,
                leftOn));
    }

    private PersonName name(MappedRow row) {
        return mapping.has(FULL_NAME)
                ? PersonName.of(row.cell(FULL_NAME))
                : new PersonName(row.cell(GIVEN_NAME), row.cell(FAMILY_NAME));
    }

    private @Nullable LocalDate day(ImportField field, String text) {
        var column = dates.get(field);
        return column == null ? null : PersonFields.day(field.name(), column.read(text));
    }

    private @Nullable Boolean status(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return statusWords
                .isActive(text)
                .orElseThrow(() -> new InvalidInputException(STATUS.name(), Text.of("people.import.error.status")));
    }

    /** Where there is no status, somebody without a last day is there, if the file has a column for it. */
    private @Nullable Boolean activeBy(@Nullable LocalDate leftOn) {
        return mapping.has(LEFT_ON) ? leftOn == null || leftOn.isAfter(today) : null;
    }

    private static @Nullable Level level(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return LevelWords.find(text)
                .orElseThrow(() -> new InvalidInputException(LEVEL.name(), Text.of("people.import.error.level")));
    }
}
