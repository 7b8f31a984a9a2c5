package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.base.ui.Formats;
import org.weft.base.ui.ProgressLine;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.objectives.AssignmentAction;
import org.weft.objectives.AssignmentReason;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.Health;

/** One assignment: what it is about, how far it is, when it is due, and what can be done with it. */
class AssignmentCard extends Div {

    private final transient AssignmentRow row;
    private final transient AssignmentActions actions;

    AssignmentCard(AssignmentRow row, List<AssignmentList.Extra> extras, AssignmentActions actions) {
        this.row = row;
        this.actions = actions;
        addClassName("weft-objectives-card");
        getElement().setAttribute("role", "listitem").setAttribute("data-code", row.code());
        setClassName("weft-objectives-card-ended", !row.status().isOpen());
        var head = new Div(new H3(row.title()), badges());
        head.addClassName("weft-objectives-card-head");
        add(head, facts(), figures());
        addNotice();
        addMore();
        addActions(extras);
    }

    private Div badges() {
        var badges = new Div(StatusBadge.status(row.status().name()));
        badges.addClassName("weft-objectives-card-badges");
        if (row.status().isOpen() && row.health() != Health.NOT_UPDATED) {
            badges.add(StatusBadge.health(row.health().name()));
        }
        return badges;
    }

    private Div facts() {
        var facts = new Div();
        facts.setText(Stream.concat(
                        Stream.of(
                                getTranslation("objectivetype." + row.type().name()),
                                getTranslation(
                                        "objectives.card.plan",
                                        getTranslation(
                                                "plankind." + row.planKind().name()))),
                        row.reasons().stream().map(this::via))
                .collect(Collectors.joining(" · ")));
        facts.addClassName("weft-objectives-facts");
        return facts;
    }

    private String via(AssignmentReason reason) {
        var name = reason.name();
        return getTranslation("objectives.via." + reason.via().name(), name == null ? "" : name)
                .strip();
    }

    private Div figures() {
        var progress = new ProgressLine(
                row.progress(), getTranslation("objectives.achieved", row.achieved(), row.target(), row.unit()));
        var formats = Formats.of(this);
        var date = new Span(getTranslation("objectives.card.due", formats.date(row.dueOn())));
        date.setTitle(formats.longDate(row.dueOn()));
        date.addClassName("weft-numbers");
        var due = new Div(date);
        due.addClassName("weft-objectives-card-due");
        if (row.overdue()) {
            due.add(new StatusBadge(Tone.RED, formats.overdue(row.dueOn(), row.today())));
        } else if (row.status().isOpen()) {
            due.add(new Span(formats.relativeDays(row.dueOn(), row.today())));
        }
        var figures = new Div(progress, due);
        figures.addClassName("weft-objectives-card-figures");
        return figures;
    }

    private void addNotice() {
        var returned = row.returnNote();
        var ended = row.endedReason();
        if (returned != null) {
            add(notice(getTranslation("objectives.card.returned"), returned));
        } else if (ended != null) {
            add(notice(getTranslation("objectives.card.reason"), ended));
        }
    }

    private static Div notice(String label, String text) {
        var heading = new Span(label);
        heading.addClassName("weft-objectives-notice-label");
        var notice = new Div(heading, new Paragraph(text));
        notice.addClassName("weft-objectives-notice");
        return notice;
    }

    private void addMore() {
        var evidence = row.evidence();
        var guide = row.guide();
        if (evidence == null && guide == null) {
            return;
        }
        var more = new Details(getTranslation("objectives.card.help"));
        more.addClassName("weft-objectives-card-more");
        if (evidence != null) {
            more.add(notice(getTranslation("objectives.evidence"), evidence));
        }
        if (guide != null) {
            more.add(notice(getTranslation("objectives.guide"), guide));
        }
        add(more);
    }

    private void addActions(List<AssignmentList.Extra> extras) {
        var bar = new Div();
        bar.addClassName("weft-objectives-card-actions");
        for (var extra : extras) {
            if (extra.offered().test(row)) {
                var button = new Button(
                        extra.label(),
                        extra.icon().create(),
                        event -> extra.run().accept(row));
                button.addThemeVariants(ButtonVariant.SMALL);
                bar.add(button);
            }
        }
        button(bar, AssignmentAction.COMPLETE, "objectives.action.complete", VaadinIcon.CHECK, actions::complete);
        button(bar, AssignmentAction.RETURN, "objectives.action.return", VaadinIcon.REPLY, actions::returnForChanges);
        button(bar, AssignmentAction.CHECK_IN, "objectives.action.checkin", VaadinIcon.FLAG_O, actions::checkIn);
        button(bar, AssignmentAction.SUBMIT, "objectives.action.submit", VaadinIcon.PAPERPLANE_O, actions::submit);
        addMenu(bar);
        if (bar.getComponentCount() > 0) {
            add(bar);
        }
    }

    private void button(
            Div bar, AssignmentAction action, String key, VaadinIcon icon, SerializableConsumer<AssignmentRow> run) {
        if (row.allowed().contains(action)) {
            var button = new Button(getTranslation(key), icon.create(), event -> run.accept(row));
            button.addThemeVariants(ButtonVariant.SMALL);
            if (action == AssignmentAction.COMPLETE) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            bar.add(button);
        }
    }

    private void addMenu(Div bar) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.SMALL, MenuBarVariant.TERTIARY);
        var more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel(getTranslation("objectives.action.more", row.title()));
        item(more, AssignmentAction.CHANGE, "objectives.action.change", actions::change);
        item(more, AssignmentAction.WAIVE, "objectives.action.waive", actions::waive);
        item(more, AssignmentAction.CANCEL, "objectives.action.cancel", actions::cancel);
        if (!more.getSubMenu().getItems().isEmpty()) {
            bar.add(menu);
        }
    }

    private void item(MenuItem more, AssignmentAction action, String key, SerializableConsumer<AssignmentRow> run) {
        if (row.allowed().contains(action)) {
            more.getSubMenu().addItem(getTranslation(key), event -> run.accept(row));
        }
    }
}
