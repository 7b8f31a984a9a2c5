package org.weft.reminders.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.reminders.ReminderPreview;
import org.weft.reminders.ReminderRecipient;

/** Who gets the reminder, and who does not and why. Choosing one of the former shows the mail as they will read it. */
class RecipientList extends Div {

    /** Up to so many rows stand without a scroll bar of their own. */
    private static final int FEW = 5;

    RecipientList(ReminderPreview preview, Consumer<ReminderRecipient> chosen) {
        addClassName("weft-reminders-recipients");
        var ready = preview.willGetIt();
        var others = preview.willNot();
        if (!ready.isEmpty()) {
            var grid = grid(ready);
            grid.setId("reminders-ready");
            grid.setAriaLabel(getTranslation("reminders.dialog.ready", ready.size()));
            grid.addColumn(Cells.threeLines(ReminderRecipient::name, this::stand, one -> later(one, preview)))
                    .setFlexGrow(1);
            grid.select(ready.getFirst());
            grid.addItemClickListener(event -> grid.select(event.getItem()));
            grid.asSingleSelect().addValueChangeListener(event -> {
                if (event.getValue() == null) {
                    // Some mail is always shown.
                    grid.select(event.getOldValue());
                } else {
                    chosen.accept(event.getValue());
                }
            });
            add(new H3(getTranslation("reminders.dialog.ready", ready.size())));
            if (preview.waiting() > 0) {
                var later = new Paragraph(later(preview));
                later.setId("reminders-later");
                later.addClassName("weft-reminders-later");
                add(later);
            }
            add(grid);
        }
        if (!others.isEmpty()) {
            var grid = grid(others);
            grid.setId("reminders-others");
            grid.setAriaLabel(getTranslation("reminders.dialog.others", others.size()));
            grid.setSelectionMode(Grid.SelectionMode.NONE);
            grid.addColumn(Cells.twoLines(ReminderRecipient::name, this::reason))
                    .setFlexGrow(1);
            add(new H3(getTranslation("reminders.dialog.others", others.size())), grid);
        }
    }

    private static Grid<ReminderRecipient> grid(List<ReminderRecipient> recipients) {
        var grid = new Grid<ReminderRecipient>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setItems(recipients);
        grid.addClassName(recipients.size() > FEW ? "weft-reminders-many" : "weft-reminders-few");
        grid.setAllRowsVisible(recipients.size() <= FEW);
        return grid;
    }

    private String stand(ReminderRecipient recipient) {
        return getTranslation("reminders.dialog.stand", recipient.cohort(), recipient.open(), recipient.overdue());
    }

    /** How many go out at once, and how many wait. */
    private String later(ReminderPreview preview) {
        var now = preview.willGetIt().size() - preview.waiting();
        return now == 0
                ? getTranslation("reminders.dialog.later.all", preview.waiting())
                : getTranslation("reminders.dialog.later.some", now, preview.waiting());
    }

    private String later(ReminderRecipient recipient, ReminderPreview preview) {
        var moment = recipient.waitsUntil();
        return moment == null
                ? ""
                : getTranslation("reminders.dialog.later.at", Formats.of(this).soon(moment, preview.asOf()));
    }

    private String reason(ReminderRecipient recipient) {
        var reason = recipient.reason();
        return reason == null ? "" : getTranslation("reminders.reason." + reason.name());
    }
}
