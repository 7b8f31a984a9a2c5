package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.progress.Neighbours;
import org.weft.progress.PersonHead;
import org.weft.progress.PersonHead.PersonCycle;

/**
 * The ways on from a person: to the one before or after in the list, to the page of its own or back to the list. It
 * stays while people change, so that the button one has just pressed keeps the focus.
 */
class PersonWays extends Nav {

    /** Nobody before or after: from there the keys would lead nowhere. */
    private static final String LEAVE_DISABLED = """
            if (document.activeElement?.disabled && this.contains(document.activeElement)) {
              this.querySelector('[data-key]:not([disabled]), a')?.focus();
            }""";

    private final PersonHost host;
    private final Button previous;
    private final Button next;
    private final Anchor link = new Anchor();
    private final Select<PersonCycle> cycles = new Select<>();
    private List<PersonCycle> offered = List.of();
    private @Nullable ProgressAddress address;
    private @Nullable Neighbours neighbours;

    PersonWays(PersonHost host) {
        this.host = host;
        addClassName("weft-progress-person-ways");
        setAriaLabel(getTranslation("progress.person.ways"));
        previous = icon(
                VaadinIcon.ANGLE_UP,
                getTranslation("progress.person.previous"),
                () -> go(neighbours == null ? null : neighbours.previousPersonId()));
        next = icon(
                VaadinIcon.ANGLE_DOWN,
                getTranslation("progress.person.next"),
                () -> go(neighbours == null ? null : neighbours.nextPersonId()));
        previous.getElement().setAttribute("data-key", "k").setAttribute("aria-keyshortcuts", "k");
        next.getElement().setAttribute("data-key", "j").setAttribute("aria-keyshortcuts", "j");
        link.getElement().setAttribute("router-link", true);
        cycles.setAriaLabel(getTranslation("progress.filter.cycle"));
        cycles.setItemLabelGenerator(one -> one.cycle() + " · " + one.program());
        cycles.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && address != null) {
                host.go(address.cycle(event.getValue().cycleId()).person(address.personId()));
            }
        });
        if (host.beside()) {
            link.setText(getTranslation("progress.person.page"));
            // First in line, as it gets the focus; without a tooltip, which would take the Escape meant for the person.
            var close = new Button(VaadinIcon.CLOSE.create(), event -> go(null));
            close.addThemeVariants(ButtonVariant.TERTIARY);
            close.setAriaLabel(getTranslation("base.close"));
            close.addClassName("weft-progress-person-close");
            add(close, previous, next, link);
        } else {
            link.add(VaadinIcon.ARROW_LEFT.create());
            link.add(getTranslation("progress.title"));
            link.addClassName("weft-progress-person-back");
            add(link, previous, next, cycles);
        }
    }

    private static Button icon(VaadinIcon icon, String words, Runnable action) {
        var button = new Button(icon.create(), event -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words);
        button.setTooltipText(words);
        return button;
    }

    private void go(@Nullable Long personId) {
        if (address != null) {
            host.go(address.person(personId));
        }
    }

    void show(PersonHead person, ProgressAddress at, Neighbours around) {
        address = at;
        neighbours = around;
        previous.setEnabled(around.previousPersonId() != null);
        next.setEnabled(around.nextPersonId() != null);
        getElement().executeJs(LEAVE_DISABLED);
        link.setHref(
                host.beside() ? at.pageHref(person.personId()) : at.person(null).href(ProgressNavigation.LIST));
        cycles.setVisible(person.cycles().size() > 1);
        if (!person.cycles().equals(offered)) {
            offered = person.cycles();
            cycles.setItems(offered);
        }
        person.cycle().ifPresent(cycles::setValue);
    }
}
