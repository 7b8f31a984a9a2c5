package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.people.imports.ImportOptions;
import org.weft.people.imports.ImportOptions.Missing;
import org.weft.people.imports.ImportOptions.Problems;
import org.weft.people.imports.ImportPreview;
import org.weft.people.imports.ImportRows;
import org.weft.people.imports.PlannedPerson;
import org.weft.people.imports.PlannedPerson.Action;
import org.weft.people.imports.Remark.Severity;

/** The third step: what applying the file would do, to be looked at and then done. */
class PreviewStep extends Div {

    private final transient ImportPreview preview;
    private final transient ProblemWorkbook problems;
    private final transient BiConsumer<ImportRows, ImportOptions> again;
    private final transient Consumer<ImportPreview> apply;

    /**
     * @param again previews the rows with other options
     * @param apply does what the preview shows
     */
    PreviewStep(
            ImportPreview preview,
            ProblemWorkbook problems,
            BiConsumer<ImportRows, ImportOptions> again,
            Consumer<ImportPreview> apply,
            Runnable back) {
        this.preview = preview;
        this.problems = problems;
        this.again = again;
        this.apply = apply;
        addClassName("weft-people-preview");
        add(new ImportFigures(preview.counts()));
        options();
        add(whatHappens(), tabs(), foot(back));
    }

    /** The choices there are, each only where it makes a difference. */
    private void options() {
        var row = new Div();
        row.addClassName("weft-people-preview-options");
        var counts = preview.counts();
        var current = preview.options();
        if (counts.missing() > 0) {
            var missing = new RadioButtonGroup<Missing>(getTranslation("people.import.missing", counts.missing()));
            missing.setItems(Missing.values());
            missing.setItemLabelGenerator(value -> getTranslation("people.import.missing." + value.name()));
            missing.setValue(current.missing());
            missing.addValueChangeListener(
                    event -> again.accept(preview.rows(), new ImportOptions(event.getValue(), current.problems())));
            if (!preview.rows().allNumbered()) {
                missing.setEnabled(false);
                missing.setHelperText(getTranslation("people.import.missing.unnumbered"));
            }
            row.add(missing);
        }
        if (counts.problems() > 0) {
            var refused = new RadioButtonGroup<Problems>(getTranslation("people.import.problems", counts.problems()));
            refused.setItems(Problems.values());
            refused.setItemLabelGenerator(value -> getTranslation("people.import.problems." + value.name()));
            refused.setValue(current.problems());
            refused.addValueChangeListener(
                    event -> again.accept(preview.rows(), new ImportOptions(current.missing(), event.getValue())));
            row.add(refused);
        }
        if (row.getComponentCount() > 0) {
            add(row);
        }
    }

    private Paragraph whatHappens() {
        var counts = preview.counts();
        String text;
        if (!counts.changesAnything()) {
            text = getTranslation("people.import.happens.nothing");
        } else if (!preview.canApply()) {
            text = getTranslation("people.import.happens.refused", counts.problems());
        } else if (counts.problems() > 0) {
            text = getTranslation("people.import.happens.partly", ImportView.total(counts), counts.problems());
        } else {
            text = getTranslation("people.import.happens.all", ImportView.total(counts));
        }
        var paragraph = new Paragraph(text + " " + getTranslation("people.import.happens.empty"));
        paragraph.addClassName("weft-people-preview-happens");
        return paragraph;
    }

    private TabSheet tabs() {
        var tabs = new TabSheet();
        tabs.addClassName("weft-people-preview-tabs");
        tabs.addThemeVariants(TabSheetVariant.NO_PADDING);
        var remarks = preview.remarks();
        var refused = remarks.stream()
                .filter(remark -> remark.severity() == Severity.PROBLEM)
                .toList();
        var warnings = remarks.stream()
                .filter(remark -> remark.severity() == Severity.WARNING)
                .toList();
        if (!refused.isEmpty()) {
            tabs.add(
                    getTranslation(
                            "people.import.tab.problems", preview.counts().problems()),
                    new RemarkPanel(refused, preview, problems));
        }
        people(tabs, "people.import.tab.changed", Action.CHANGE);
        people(tabs, "people.import.tab.left", Action.DEACTIVATE);
        if (!warnings.isEmpty()) {
            tabs.add(
                    getTranslation("people.import.tab.warnings", warnings.size()),
                    new RemarkPanel(warnings, preview, problems));
        }
        people(tabs, "people.import.tab.added", Action.ADD);
        if (!preview.newTeams().isEmpty()) {
            tabs.add(
                    getTranslation("people.import.tab.teams", preview.newTeams().size()),
                    new TeamNames(preview.newTeams()));
        }
        tabs.setVisible(tabs.getTabCount() > 0);
        return tabs;
    }

    private void people(TabSheet tabs, String key, Action action) {
        var some = preview.people().stream()
                .filter(person -> person.action() == action)
                .toList();
        if (!some.isEmpty()) {
            tabs.add(getTranslation(key, some.size()), new PlannedPersonGrid(some, action));
        }
    }

    private Div foot(Runnable back) {
        var total = ImportView.total(preview.counts());
        var button = new Button(getTranslation("people.import.apply", total));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setEnabled(preview.canApply());
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            try {
                ask();
            } finally {
                button.setEnabled(true);
            }
        });
        var foot = new Div(new Button(getTranslation("base.back"), event -> back.run()), button);
        foot.addClassName("weft-view-foot");
        return foot;
    }

    /** Marking people as left because a file is silent about them is asked once more. */
    private void ask() {
        var silent = missingLeaving(preview.people());
        if (silent == 0) {
            apply.accept(preview);
            return;
        }
        ConfirmDialogs.askDanger(
                getTranslation("people.import.confirm.title", silent),
                getTranslation("people.import.confirm.text", silent),
                getTranslation("people.import.apply", ImportView.total(preview.counts())),
                () -> apply.accept(preview));
    }

    private static long missingLeaving(List<PlannedPerson> people) {
        return people.stream().filter(person -> person.row() == 0).count();
    }
}
