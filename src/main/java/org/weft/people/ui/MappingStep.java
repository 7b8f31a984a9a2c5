package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Notifications;
import org.weft.people.imports.ColumnMapping;
import org.weft.people.imports.ImportField;
import org.weft.people.imports.ImportFile;
import org.weft.people.imports.ImportRows;
import org.weft.workbook.DateOrder;

/** The second step: which column means what. */
class MappingStep extends Div {

    private static final int NAMED_COLUMNS = 40;

    private final transient ImportFile file;
    private final Map<ImportField, ComboBox<String>> columns = new EnumMap<>(ImportField.class);
    private final Map<ImportField, Div> examples = new EnumMap<>(ImportField.class);
    private final Map<ImportField, Select<DateOrder>> orders = new EnumMap<>(ImportField.class);
    private final Paragraph unused = new Paragraph();

    MappingStep(ImportFile file, Consumer<String> changeSheet, Consumer<ColumnMapping> next, Runnable back) {
        this.file = file;
        addClassName("weft-people-mapping");
        add(head(changeSheet), table());
        unused.addClassName("weft-sub");
        add(new H2(getTranslation("people.import.unused.title")), unused);
        var check = new Button(getTranslation("people.import.check"));
        check.addThemeVariants(ButtonVariant.PRIMARY);
        check.setDisableOnClick(true);
        check.addClickListener(event -> {
            try {
                next.accept(mapping());
            } finally {
                check.setEnabled(true);
            }
        });
        var foot = new Div(new Button(getTranslation("base.back"), event -> back.run()), check);
        foot.addClassName("weft-view-foot");
        add(foot);
        tellUnused();
    }

    private Div head(Consumer<String> changeSheet) {
        var words = new Paragraph(getTranslation(
                "people.import.file", file.name(), file.rows(), file.header().size()));
        var head = new Div(words);
        head.addClassName("weft-people-mapping-head");
        if (file.sheets().size() > 1) {
            var sheet = new Select<String>();
            sheet.setLabel(getTranslation("people.import.sheet"));
            sheet.setItems(file.sheets());
            sheet.setValue(file.sheet());
            sheet.addValueChangeListener(event -> changeSheet.accept(event.getValue()));
            head.add(sheet);
        }
        var found = new Div(getTranslation(
                file.remembered() ? "people.import.remembered" : "people.import.recognised",
                file.mapping().fields().size()));
        found.addClassName("weft-banner");
        found.getElement().setAttribute("data-tone", file.remembered() ? "green" : "blue");
        head.add(found);
        return head;
    }

    private Div table() {
        var table = new Div();
        table.addClassName("weft-people-mapping-table");
        for (var field : ImportField.values()) {
            table.add(line(field));
        }
        return table;
    }

    private Div line(ImportField field) {
        var column = new ComboBox<String>(getTranslation("people.field." + field.name()));
        column.setItems(file.header());
        column.setClearButtonVisible(true);
        column.setPlaceholder(getTranslation("people.import.notInFile"));
        column.setRequiredIndicatorVisible(field == ImportField.EMPLOYEE_NUMBER);
        column.setHelperText(getTranslation("people.field.help." + field.name()));
        var example = new Div();
        example.addClassName("weft-people-mapping-example");
        columns.put(field, column);
        examples.put(field, example);
        column.addValueChangeListener(event -> {
            showExample(field, event.getValue());
            tellUnused();
        });
        column.setValue(file.mapping().column(field).orElse(null));
        var line = new Div(column, example);
        line.addClassName("weft-people-mapping-line");
        if (field.isDate()) {
            line.add(order(field));
        }
        return line;
    }

    private Select<DateOrder> order(ImportField field) {
        var order = new Select<DateOrder>();
        order.setLabel(getTranslation("people.import.order"));
        order.setItems(DateOrder.values());
        order.setItemLabelGenerator(value -> getTranslation("people.import.order." + value.name()));
        order.setVisible(false);
        orders.put(field, order);
        return order;
    }

    private void showExample(ImportField field, @Nullable String column) {
        var example = examples.get(field);
        if (example != null) {
            var values = column == null ? List.<String>of() : file.samples().getOrDefault(column, List.of());
            example.setText(
                    column != null && values.isEmpty()
                            ? getTranslation("people.import.emptyColumn")
                            : String.join(" · ", values));
        }
    }

    private void tellUnused() {
        var used = new HashSet<>(mapping().columns().values());
        var left = file.header().stream().filter(name -> !used.contains(name)).toList();
        var names = left.stream().limit(NAMED_COLUMNS).collect(Collectors.joining(", "));
        unused.setText(
                left.isEmpty()
                        ? getTranslation("people.import.unused.none")
                        : getTranslation(
                                "people.import.unused.text", left.size() > NAMED_COLUMNS ? names + " …" : names));
    }

    private ColumnMapping mapping() {
        var mapping = ColumnMapping.EMPTY;
        for (var entry : columns.entrySet()) {
            mapping = mapping.with(entry.getKey(), entry.getValue().getValue());
        }
        for (var entry : orders.entrySet()) {
            var order = entry.getValue().getValue();
            if (order != null) {
                mapping = mapping.with(entry.getKey(), order);
            }
        }
        return mapping;
    }

    /** Shows at its field what is wrong with the mapping. @return whether that is what failed */
    boolean refused(Throwable failure) {
        if (failure instanceof InvalidInputException problem && problem.field() != null) {
            var byName = columns.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
            Forms.showError(problem, byName);
            return true;
        }
        return false;
    }

    /** Asks for what the dates do not tell. @return whether something has to be said first */
    boolean asksFor(ImportRows rows) {
        var asked = false;
        for (var field : rows.undecided()) {
            var order = orders.get(field);
            if (order != null) {
                order.setVisible(true);
                if (order.getValue() == null) {
                    order.setErrorMessage(getTranslation("people.import.order.needed"));
                    order.setInvalid(true);
                    order.focus();
                    asked = true;
                }
            }
        }
        if (asked) {
            Notifications.warn(getTranslation("people.import.order.ask"));
        }
        return asked;
    }
}
