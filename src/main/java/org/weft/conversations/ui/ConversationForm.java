package org.weft.conversations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiFunction;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Formats;
import org.weft.conversations.ConversationDetails;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationPerson;
import org.weft.conversations.CountableObjective;

/** The fields of a conversation. Nothing typed is ever cut or thrown away: what is too long is said to be too long. */
class ConversationForm extends Div {

    /** What stands in the fields. */
    record Values(
            @Nullable LocalDate heldOn,
            @Nullable ConversationKind kind,
            Set<ConversationPerson> people,
            String exchanged,
            String agreed,
            String result,
            Set<Long> assignmentIds) {

        static Values of(ConversationDetails details) {
            return new Values(
                    details.heldOn(),
                    details.kind(),
                    new LinkedHashSet<>(details.people()),
                    details.exchanged(),
                    orEmpty(details.agreed()),
                    orEmpty(details.result()),
                    details.assignmentIds());
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** Where the choices come from. */
    record Choices(
            SerializableBiFunction<String, Pageable, List<ConversationPerson>> colleagues,
            SerializableBiFunction<Set<Long>, LocalDate, List<CountableObjective>> objectives)
            implements Serializable {}

    private final LocalDate today;
    private final transient Choices choices;
    private final DayField heldOn = new DayField();
    private final Select<ConversationKind> kind = new Select<>();
    private final ColleaguePicker people;
    private final TextArea exchanged = text("conversations.field.exchanged", ConversationDraft.MAX_EXCHANGED);
    private final TextArea agreed = text("conversations.field.agreed", ConversationDraft.MAX_OUTCOME);
    private final TextArea result = text("conversations.field.result", ConversationDraft.MAX_OUTCOME);
    private final ObjectivesField objectives = new ObjectivesField();

    ConversationForm(LocalDate today, Choices choices) {
        this.today = today;
        this.choices = choices;
        addClassName("weft-conversations-form");
        heldOn.setMax(today);
        heldOn.getI18n().setMaxErrorMessage(getTranslation("conversations.error.date-future"));
        heldOn.setLabel(getTranslation("conversations.field.date"));
        heldOn.setRequiredIndicatorVisible(true);
        heldOn.addValueChangeListener(change -> offer());
        kind.setLabel(getTranslation("conversations.field.kind"));
        kind.setItems(ConversationKind.values());
        kind.setItemLabelGenerator(item -> getTranslation("conversationkind." + item.name()));
        people = new ColleaguePicker(choices.colleagues());
        people.setLabel(getTranslation("conversations.field.people"));
        people.setHelperText(getTranslation("conversations.field.people.help"));
        people.setRequiredIndicatorVisible(true);
        people.addValueChangeListener(change -> offer());
        people.addClassName("weft-conversations-wide");
        exchanged.setRequiredIndicatorVisible(true);
        exchanged.addClassName("weft-conversations-wide");
        exchanged.setMinRows(4);
        objectives.addClassName("weft-conversations-wide");
        add(heldOn, kind, people, exchanged, agreed, result, objectives);
    }

    Values values() {
        return new Values(
                heldOn.getValue(),
                kind.getValue(),
                new LinkedHashSet<>(people.getValue()),
                exchanged.getValue(),
                agreed.getValue(),
                result.getValue(),
                objectives.chosen());
    }

    void show(Values values) {
        objectives.choose(values.assignmentIds());
        heldOn.setValue(values.heldOn());
        kind.setValue(values.kind());
        people.show(values.people());
        exchanged.setValue(values.exchanged());
        agreed.setValue(values.agreed());
        result.setValue(values.result());
        offer();
    }

    /** @throws InvalidInputException where the date field holds what is no date */
    ConversationDraft draft(String requestId) {
        return new ConversationDraft(
                requestId,
                heldOn.read("heldOn"),
                kind.getValue(),
                people.ids(),
                exchanged.getValue(),
                agreed.getValue(),
                result.getValue(),
                objectives.chosen());
    }

    /** The fields by the names the service calls them. */
    Map<String, HasValidationProperties> fields() {
        return Map.of(
                "heldOn", heldOn,
                "kind", kind,
                "personIds", people,
                "exchanged", exchanged,
                "agreed", agreed,
                "result", result,
                "assignmentIds", objectives);
    }

    void focusFirst() {
        people.focus();
    }

    private void offer() {
        var day = heldOn.getValue();
        var several = people.getValue().size() > 1;
        var offered = day == null || day.isAfter(today)
                ? List.<CountableObjective>of()
                : choices.objectives().apply(people.ids(), day);
        objectives.offer(
                offered,
                several,
                getTranslation(several ? "conversations.objectives.none" : "conversations.objectives.people-first"));
    }

    private TextArea text(String key, int limit) {
        var area = new TextArea(getTranslation(key));
        area.setMinRows(2);
        area.setMaxRows(12);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.addClassName("weft-conversations-text");
        area.addValueChangeListener(change -> {
            var length = change.getValue().strip().length();
            var formats = Formats.of(this);
            var near = length > limit * 0.8 && length <= limit;
            area.setHelperText(
                    near
                            ? getTranslation(
                                    "conversations.field.length", formats.number(length), formats.number(limit))
                            : null);
            area.setErrorMessage(getTranslation("conversations.error.long", limit, length));
            area.setInvalid(length > limit);
        });
        return area;
    }
}
