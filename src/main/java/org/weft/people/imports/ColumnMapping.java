package org.weft.people.imports;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.workbook.DateOrder;

/**
 * Which column holds which field, by the names in the header. Columns that are not named here are neither kept nor
 * logged.
 *
 * @param columns the column of each mapped field
 * @param orders how dates are written where a column's values do not tell
 */
public record ColumnMapping(Map<ImportField, String> columns, Map<ImportField, DateOrder> orders) {

    public static final ColumnMapping EMPTY = new ColumnMapping(Map.of(), Map.of());

    public ColumnMapping {
        columns = Map.copyOf(columns);
        orders = Map.copyOf(orders);
    }

    public boolean has(ImportField field) {
        return columns.containsKey(field);
    }

    public Optional<String> column(ImportField field) {
        return Optional.ofNullable(columns.get(field));
    }

    public Set<ImportField> fields() {
        return columns.keySet();
    }

    /** With another column for a field; null for none. */
    public ColumnMapping with(ImportField field, @Nullable String column) {
        var changed = new EnumMap<ImportField, String>(ImportField.class);
        changed.putAll(columns);
        if (column == null) {
            changed.remove(field);
        } else {
            changed.put(field, column);
        }
        return new ColumnMapping(changed, orders);
    }

    public ColumnMapping with(ImportField field, DateOrder order) {
        var changed = new EnumMap<ImportField, DateOrder>(ImportField.class);
        changed.putAll(orders);
        changed.put(field, order);
        return new ColumnMapping(columns, changed);
    }

    /** @throws InvalidInputException if number or name have no column, or a column is to mean two things */
    void check() {
        if (!has(ImportField.EMPLOYEE_NUMBER)) {
            throw new InvalidInputException(
                    ImportField.EMPLOYEE_NUMBER.name(), Text.of("people.import.error.noNumberColumn"));
        }
        if (!has(ImportField.FULL_NAME) && !(has(ImportField.GIVEN_NAME) && has(ImportField.FAMILY_NAME))) {
            throw new InvalidInputException(ImportField.FULL_NAME.name(), Text.of("people.import.error.noNameColumn"));
        }
        var used = new HashSet<String>();
        for (var field : ImportField.values()) {
            var column = columns.get(field);
            if (column != null && !used.add(column)) {
                throw new InvalidInputException(field.name(), Text.of("people.import.error.columnTwice", column));
            }
        }
    }
}
