package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.reminders.policy.PolicyDraft;
import org.weft.reminders.policy.PolicyEffect;
import org.weft.reminders.policy.PolicyRow;

/** A policy in three lines, with its switch. */
class PolicyCard extends Div {

    PolicyCard(
            PolicyRow policy,
            @Nullable PolicyEffect effect,
            AudienceWords audiences,
            Consumer<Boolean> switched,
            Runnable edit) {
        addClassNames("weft-tile", "weft-policy");
        getElement().setAttribute("role", "listitem");
        var terms = policy.terms();
        var title = getTranslation(policy.title().key(), policy.title().args().toArray());
        var on = new Checkbox(getTranslation("reminders.policies.on"), policy.active());
        on.setAriaLabel(getTranslation("reminders.policies.on.label", title));
        on.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                switched.accept(event.getValue());
            }
        });
        var change = new Button(getTranslation("base.edit"), click -> edit.run());
        change.setAriaLabel(getTranslation("reminders.policies.edit", title));
        var forecast = new Anchor(
                PoliciesNavigation.forecast(policy.id()).href(), getTranslation("reminders.policies.forecast"));
        forecast.getElement().setAttribute("router-link", true);
        var foot = new Div(on, change, forecast);
        foot.addClassName("weft-tile-foot");
        add(new H2(title), new Span(when(terms)), quiet(to(terms)));
        var about = audiences.of(terms.audience());
        if (!about.isEmpty()) {
            add(quiet(getTranslation("reminders.policies.about", about)));
        }
        if (terms.escalateAfter() != null) {
            add(quiet(getTranslation("reminders.policies.escalates", terms.escalateAfter())));
        }
        if (effect != null) {
            add(quiet(followed(effect)));
        }
        add(foot);
    }

    private String followed(PolicyEffect effect) {
        var formats = Formats.of(this);
        return getTranslation(
                "reminders.policies.followed",
                effect.sent(),
                formats.date(effect.first()),
                formats.date(effect.last()),
                effect.talkedPercent(),
                effect.checkedInPercent());
    }

    private String when(PolicyDraft terms) {
        return getTranslation("reminders.policy.kind." + terms.kind().name(), terms.days());
    }

    private String to(PolicyDraft terms) {
        var times = new PolicyTimes(this);
        return getTranslation(
                "reminders.policies.to",
                getTranslation("reminders.policy.recipient." + terms.recipient().name()),
                times.weekdays(terms),
                times.hour(terms));
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("weft-sub");
        return span;
    }
}
