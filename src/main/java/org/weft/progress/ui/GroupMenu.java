package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.listbox.ListBox;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressGrouping;

/** By what the list is grouped. */
class GroupMenu extends Div {

    private final Button button = new Button();
    private final ChoicePopover popover;
    private final Consumer<@Nullable ProgressGrouping> chosen;
    private @Nullable ProgressGrouping current;

    GroupMenu(Consumer<@Nullable ProgressGrouping> chosen) {
        this.chosen = chosen;
        button.setIcon(VaadinIcon.LIST_UL.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        popover = new ChoicePopover(button, getTranslation("progress.group"), this::content);
        add(button, popover);
        show(null);
    }

    ChoicePopover popover() {
        return popover;
    }

    void show(@Nullable ProgressGrouping by) {
        current = by;
        button.setText(
                by == null
                        ? getTranslation("progress.group")
                        : getTranslation("progress.group.by", words(Optional.of(by))));
        setClassName("weft-active", by != null);
    }

    private ListBox<Optional<ProgressGrouping>> content() {
        var list = new ListBox<Optional<ProgressGrouping>>();
        list.getElement().setAttribute("aria-label", getTranslation("progress.group"));
        list.setItemLabelGenerator(this::words);
        list.setItems(Stream.concat(
                        Stream.of(Optional.<ProgressGrouping>empty()),
                        Stream.of(ProgressGrouping.values()).map(Optional::of))
                .toList());
        list.setValue(Optional.ofNullable(current));
        list.addValueChangeListener(event -> {
            popover.close();
            chosen.accept(event.getValue().orElse(null));
        });
        list.addAttachListener(event -> list.getElement().executeJs("setTimeout(() => this.focus(), 50)"));
        return list;
    }

    private String words(Optional<ProgressGrouping> by) {
        return getTranslation(by.map(one -> "progress.group." + one.name()).orElse("progress.group.no"));
    }
}
