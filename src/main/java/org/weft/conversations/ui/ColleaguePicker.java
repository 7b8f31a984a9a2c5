package org.weft.conversations.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.weft.conversations.ConversationPerson;

/** Names who took part: any active colleague, found by words of the name or the team. */
class ColleaguePicker extends MultiSelectComboBox<ConversationPerson> {

    /** @param colleagues finds colleagues by a search text, a page at a time */
    ColleaguePicker(SerializableBiFunction<String, Pageable, List<ConversationPerson>> colleagues) {
        addClassName("weft-conversations-people");
        setItemsPageable((page, search) -> colleagues.apply(Objects.requireNonNullElse(search, ""), page))
                .setIdentifierProvider(ConversationPerson::id);
        setItemLabelGenerator(ConversationPerson::name);
        setRenderer(LitRenderer.<ConversationPerson>of("""
                        <div class="weft-two-lines">
                          <span>${item.name}</span>
                          ${item.team ? html`<span class="weft-sub">${item.team}</span>` : ''}
                        </div>""")
                .withProperty("name", ConversationPerson::name)
                .withProperty("team", person -> Objects.requireNonNullElse(person.teamName(), "")));
        setAutoExpand(AutoExpandMode.VERTICAL);
        setI18n(new MultiSelectComboBoxI18n()
                .setCleared(getTranslation("conversations.people.cleared"))
                .setFocused(getTranslation("conversations.people.focused"))
                .setSelected(getTranslation("conversations.people.selected"))
                .setDeselected(getTranslation("conversations.people.deselected"))
                .setTotal(getTranslation("conversations.people.total")));
    }

    Set<Long> ids() {
        return getValue().stream().map(ConversationPerson::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void show(Collection<ConversationPerson> people) {
        setValue(new LinkedHashSet<>(people));
    }
}
