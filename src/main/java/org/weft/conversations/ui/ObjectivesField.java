package org.weft.conversations.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.weft.base.ui.Formats;
import org.weft.conversations.CountableObjective;

/**
 * Chooses the objectives a conversation counts for, grouped by whose they are. What was chosen stays chosen while the
 * offer changes with people and date, and counts as long as it is offered.
 */
class ObjectivesField extends Div implements HasValidationProperties {

    private final Div groups = new Div();
    private final Paragraph error = new Paragraph();
    private final transient List<CheckboxGroup<CountableObjective>> boxes = new ArrayList<>();
    private final Set<Long> chosen = new HashSet<>();
    private final Set<Long> known = new HashSet<>();

    ObjectivesField() {
        addClassName("weft-conversations-objectives");
        error.addClassName("weft-conversations-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        groups.addClassName("weft-conversations-objective-groups");
        add(new H3(getTranslation("conversations.field.objectives")), groups, error);
    }

    /** Chooses objectives as soon as they are offered. */
    void choose(Collection<Long> assignmentIds) {
        chosen.clear();
        chosen.addAll(assignmentIds);
        known.addAll(assignmentIds);
        boxes.forEach(this::tick);
    }

    /**
     * Offers objectives in place of those before. One that is suggested is chosen when it is offered first, unless
     * somebody has decided about it.
     *
     * @param nothing what to say where there are none
     */
    void offer(List<CountableObjective> offered, boolean suggest, String nothing) {
        setInvalid(false);
        groups.removeAll();
        boxes.clear();
        if (offered.isEmpty()) {
            var words = new Paragraph(nothing);
            words.addClassName("weft-sub");
            groups.add(words);
            return;
        }
        if (suggest) {
            offered.stream()
                    .filter(objective -> known.add(objective.assignmentId()) && objective.suggested())
                    .forEach(objective -> chosen.add(objective.assignmentId()));
        }
        var help = new Paragraph(getTranslation("conversations.objectives.help"));
        help.addClassName("weft-sub");
        groups.add(help);
        offered.stream()
                .collect(groupingBy(CountableObjective::personId, LinkedHashMap::new, toList()))
                .values()
                .forEach(this::group);
    }

    /** What is chosen of what is offered. */
    Set<Long> chosen() {
        return boxes.stream()
                .flatMap(box -> box.getValue().stream())
                .map(CountableObjective::assignmentId)
                .collect(toSet());
    }

    private void group(List<CountableObjective> objectives) {
        var box = new CheckboxGroup<CountableObjective>(objectives.getFirst().personName());
        box.setItems(objectives);
        box.setItemLabelGenerator(CountableObjective::title);
        box.setItemHelperGenerator(this::help);
        boxes.add(box);
        tick(box);
        box.addValueChangeListener(change -> {
            change.getOldValue().forEach(objective -> chosen.remove(objective.assignmentId()));
            change.getValue().forEach(objective -> chosen.add(objective.assignmentId()));
            setInvalid(false);
        });
        groups.add(box);
    }

    private void tick(CheckboxGroup<CountableObjective> box) {
        box.setValue(box.getListDataView()
                .getItems()
                .filter(objective -> chosen.contains(objective.assignmentId()))
                .collect(toSet()));
    }

    private String help(CountableObjective objective) {
        var progress = objective.progress();
        var due = Formats.of(this).date(progress.dueOn());
        return getTranslation(
                objective.byHand() ? "conversations.objective.by-hand" : "conversations.objective.progress",
                progress.achieved(),
                progress.target(),
                progress.unit(),
                due);
    }

    @Override
    public void setErrorMessage(String message) {
        error.setText(message);
    }

    @Override
    public String getErrorMessage() {
        return error.getText();
    }

    @Override
    public void setInvalid(boolean invalid) {
        error.setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
