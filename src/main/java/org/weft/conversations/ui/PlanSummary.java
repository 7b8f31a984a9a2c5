package org.weft.conversations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.weft.base.ui.Formats;
import org.weft.base.ui.ProgressLine;
import org.weft.conversations.OwnPlan;

/** How far the own plan is, in one row of figures. */
class PlanSummary extends Div {

    PlanSummary() {
        addClassName("weft-conversations-summary");
    }

    void show(OwnPlan plan) {
        removeAll();
        var formats = Formats.of(this);
        var progress = plan.progress().doubleValue();
        var bar = new ProgressLine(progress, formats.percent(progress));
        add(figure("conversations.summary.progress", bar));
        add(figure("conversations.summary.completed", words(formats.of(plan.completed(), plan.live()))));
        add(figure("conversations.summary.conversations", words(formats.number(plan.conversations()))));
        add(figure("conversations.summary.external", words(formats.number(plan.external()))));
        var due = plan.nextDueOn();
        if (due == null) {
            add(figure("conversations.summary.due", words(Formats.NOTHING)));
        } else {
            var late = due.isBefore(plan.today());
            var note = new Span(late ? formats.overdue(due, plan.today()) : formats.relativeDays(due, plan.today()));
            note.addClassName(late ? "weft-due-note" : "weft-sub");
            add(figure("conversations.summary.due", words(formats.date(due)), note));
        }
    }

    private Div figure(String label, Component... content) {
        var name = new Span(getTranslation(label));
        name.addClassName("weft-sub");
        var value = new Div(content);
        value.addClassName("weft-conversations-summary-value");
        return new Div(name, value);
    }

    private static Span words(String text) {
        var span = new Span(text);
        span.addClassName("weft-numbers");
        return span;
    }
}
