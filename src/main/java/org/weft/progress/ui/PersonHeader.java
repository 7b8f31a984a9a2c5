package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.base.ui.PersonLabel;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.progress.Neighbours;
import org.weft.progress.PersonHead;
import org.weft.progress.PersonHead.PersonCycle;

/** Who a person is, and the ways from here to the next one, to the page of its own, and back. */
class PersonHeader extends Header {

    private final ProgressAddress address;
    private final PersonHost host;

    PersonHeader(PersonHead person, ProgressAddress address, PersonHost host, Neighbours neighbours) {
        this.address = address;
        this.host = host;
        addClassName("weft-progress-person-header");
        add(ways(person, neighbours), name(person), facts(person));
    }

    private Nav ways(PersonHead person, Neighbours neighbours) {
        var ways = new Nav();
        ways.setAriaLabel(getTranslation("progress.person.ways"));
        ways.addClassName("weft-progress-person-ways");
        if (!host.beside()) {
            var back = link(address.person(null).href(ProgressNavigation.LIST), getTranslation("progress.title"));
            back.addComponentAsFirst(VaadinIcon.ARROW_LEFT.create());
            ways.add(back);
        }
        ways.add(
                way(VaadinIcon.ANGLE_UP, getTranslation("progress.person.previous"), neighbours.previousPersonId()),
                way(VaadinIcon.ANGLE_DOWN, getTranslation("progress.person.next"), neighbours.nextPersonId()));
        if (host.beside()) {
            var page = link(address.pageHref(person.personId()), getTranslation("progress.person.page"));
            var close = icon(VaadinIcon.CLOSE, getTranslation("base.close"));
            close.addClickListener(event -> host.go(address.person(null)));
            close.addClassName("weft-progress-person-close");
            ways.add(page, close);
        } else if (person.cycles().size() > 1) {
            ways.add(cycles(person));
        }
        return ways;
    }

    private Button way(VaadinIcon icon, String words, @Nullable Long personId) {
        var button = icon(icon, words);
        button.setEnabled(personId != null);
        button.addClickListener(event -> host.go(address.person(personId)));
        return button;
    }

    private static Button icon(VaadinIcon icon, String words) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words);
        button.setTooltipText(words);
        return button;
    }

    private Select<PersonCycle> cycles(PersonHead person) {
        var select = new Select<PersonCycle>();
        select.setAriaLabel(getTranslation("progress.filter.cycle"));
        select.setItems(person.cycles());
        select.setItemLabelGenerator(one -> one.cycle() + " · " + one.program());
        person.cycles().stream()
                .filter(one -> Objects.equals(one.cycleId(), person.cycleId()))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                host.go(address.cycle(event.getValue().cycleId()).person(person.personId()));
            }
        });
        return select;
    }

    private Component name(PersonHead person) {
        var label = new PersonLabel(
                person.name(),
                Stream.of(
                                person.jobTitle(),
                                person.team(),
                                getTranslation("level." + person.level().name()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")));
        label.addClassName("weft-progress-person-name");
        var heading = host.beside() ? new H2(label) : new H1(label);
        heading.addClassName("weft-progress-person-heading");
        return heading;
    }

    private Div facts(PersonHead person) {
        var facts = new Div();
        facts.addClassName("weft-progress-person-facts");
        var manager = person.manager();
        if (manager != null) {
            var words = getTranslation("progress.person.manager", manager);
            var managerId = person.managerId();
            facts.add(
                    managerId == null
                            ? new Span(words)
                            : link(address.person(null).pageHref(managerId), words));
        }
        person.participation()
                .ifPresent(row -> facts.add(new Span(getTranslation("progress.person.cohort", row.cohort()))));
        if (person.location() != null) {
            facts.add(new Span(person.location()));
        }
        if (!person.active()) {
            facts.add(new StatusBadge(
                    Tone.GREY,
                    person.leftOn() == null
                            ? getTranslation("progress.person.left")
                            : getTranslation(
                                    "progress.person.left.on", Formats.of(this).date(person.leftOn()))));
        }
        facts.add(
                person.hasAddress()
                        ? new Span(getTranslation("progress.person.reachable"))
                        : new StatusBadge(Tone.AMBER, getTranslation("progress.person.unreachable")));
        return facts;
    }

    private static Anchor link(String path, String words) {
        var link = new Anchor(path, words);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
