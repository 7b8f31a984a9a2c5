package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.base.ui.Formats;
import org.weft.base.ui.PersonLabel;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.mail.ui.MailNavigation;
import org.weft.progress.PersonHead;

/** Who a person is. */
class PersonHeader extends Header {

    /**
     * @param beside whether it stands beside a page that has a title of its own
     * @param outbox whether its reader may look into the outbox
     */
    PersonHeader(PersonHead person, ProgressAddress address, boolean beside, boolean outbox) {
        addClassName("weft-progress-person-header");
        add(name(person, beside), facts(person, address, outbox));
    }

    private Component name(PersonHead person, boolean beside) {
        var label = new PersonLabel(
                person.name(),
                Stream.of(
                                person.jobTitle(),
                                person.team(),
                                getTranslation("level." + person.level().name()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")));
        label.addClassName("weft-progress-person-name");
        var heading = beside ? new H2(label) : new H1(label);
        heading.addClassName("weft-progress-person-heading");
        return heading;
    }

    private Div facts(PersonHead person, ProgressAddress address, boolean outbox) {
        var facts = new Div();
        facts.addClassName("weft-progress-person-facts");
        var manager = person.manager();
        if (manager != null) {
            var words = getTranslation("progress.person.manager", manager);
            var managerId = person.managerId();
            facts.add(managerId == null ? new Span(words) : link(address.pageHref(managerId), words));
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
        if (outbox) {
            facts.add(link(MailNavigation.person(person.personId()), getTranslation("progress.person.mails")));
        }
        return facts;
    }

    private static Anchor link(String path, String words) {
        var link = new Anchor(path, words);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
