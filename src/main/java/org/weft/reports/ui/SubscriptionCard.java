package org.weft.reports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Objects;
import org.weft.base.ui.Formats;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.reports.subscriptions.Recipient;
import org.weft.reports.subscriptions.RunResult;
import org.weft.reports.subscriptions.SubscriptionRow;

/** A subscription: what comes when to whom, what came of the last one, and what can be done about it. */
class SubscriptionCard extends Div {

    /** How many names are told; the dialog has all. */
    private static final int MOST_NAMES = 3;

    private static final int MOST_TROUBLES = 5;

    /** What the card asks for. */
    interface Actions {
        void tryNow(SubscriptionRow row);

        void change(SubscriptionRow row);

        void activate(SubscriptionRow row, boolean active);

        void end(SubscriptionRow row);

        void leave(SubscriptionRow row);
    }

    private final transient Formats formats = Formats.of(this);
    private final transient SubscriptionTimes times = new SubscriptionTimes(this);
    private final transient RunWords results = new RunWords(this);

    SubscriptionCard(SubscriptionRow row, Actions actions) {
        addClassName("weft-reports-download");
        getElement().setAttribute("role", "listitem");
        var name = getTranslation("report." + row.report().kind().name());
        var head = new Div(new H3(name));
        if (!row.active()) {
            head.add(new StatusBadge(Tone.GREY, getTranslation("reports.subscription.paused")));
        }
        var words = new Div(head, new Paragraph(what(row)));
        words.addClassName("weft-reports-download-words");
        view(row, words);
        if (!row.mine() || row.forOthers()) {
            words.add(new Paragraph(toWhom(row)));
        }
        if (row.active()) {
            words.add(new Paragraph(next(row)));
        }
        last(row, words);
        add(words, buttons(row, name, actions));
    }

    private String what(SubscriptionRow row) {
        var about = row.report().programId() == null
                ? row.about()
                : getTranslation("reports.subscription.about.program", row.about());
        return String.join(
                " · ",
                about,
                times.of(row.timing()),
                new FormatWords(this).of(row.report().format()),
                getTranslation("reports.subscription.delivery." + row.delivery().name()));
    }

    private void view(SubscriptionRow row, Div words) {
        var view = new ViewWords(this);
        if (!row.filter().isEmpty()) {
            words.add(new Paragraph(getTranslation("reports.report.filtered", view.filter(row.filter()))));
        }
        if (!row.report().columns().isEmpty()) {
            words.add(new Paragraph(getTranslation(
                    "reports.report.columns", view.columns(row.report().columns()))));
        }
    }

    private String toWhom(SubscriptionRow row) {
        var names = new ArrayList<String>();
        if (row.me() != null) {
            names.add(getTranslation("reports.subscription.you"));
        }
        row.recipients().stream()
                .filter(one -> !one.equals(row.me()))
                .limit(MOST_NAMES - names.size())
                .map(Recipient::name)
                .forEach(names::add);
        var rest = row.recipients().size() - names.size();
        var whom = String.join(", ", names);
        var all = rest == 0 ? whom : getTranslation("reports.subscription.andMore", whom, rest);
        return row.mine()
                ? getTranslation("reports.subscription.for", all)
                : getTranslation("reports.subscription.forBy", all, row.owner());
    }

    private String next(SubscriptionRow row) {
        return row.next()
                .map(due -> getTranslation("reports.subscription.next", times.exact(due)))
                .orElseGet(() -> getTranslation("reports.subscription.next.none"));
    }

    private void last(SubscriptionRow row, Div words) {
        var shown = row.me() == null ? null : row.me().last();
        if (shown != null) {
            words.add(result("reports.subscription.last", shown));
        }
        var trial = row.trial();
        if (trial != null) {
            words.add(result("reports.subscription.lastTrial", trial));
        }
        if (row.changeable() && row.forOthers()) {
            others(row, words);
        }
    }

    /** Of the others only those are told whom it did not reach. */
    private void others(SubscriptionRow row, Div words) {
        var others = row.recipients().stream()
                .filter(one -> !one.equals(row.me()) && one.last() != null)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var troubled = others.stream()
                .filter(one -> Objects.requireNonNull(one.last()).troubled())
                .toList();
        words.add(new Paragraph(
                getTranslation("reports.subscription.lastOthers", others.size() - troubled.size(), others.size())));
        for (var one : troubled.subList(0, Math.min(MOST_TROUBLES, troubled.size()))) {
            words.add(problem(one.name() + ": " + results.of(Objects.requireNonNull(one.last()))));
        }
        if (troubled.size() > MOST_TROUBLES) {
            words.add(problem(getTranslation("reports.subscription.moreTroubles", troubled.size() - MOST_TROUBLES)));
        }
    }

    private Paragraph result(String key, RunResult result) {
        var text = getTranslation(key, formats.dateTime(result.dueAt()), results.of(result));
        var why = result.why();
        var whole = why == null
                ? text
                : text + ": " + getTranslation(why.key(), why.args().toArray());
        return result.troubled() ? problem(whole) : new Paragraph(whole);
    }

    private static Paragraph problem(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("weft-reports-problem");
        return paragraph;
    }

    private Div buttons(SubscriptionRow row, String name, Actions actions) {
        var whole = name + ", " + row.about() + ", "
                + new FormatWords(this).of(row.report().format());
        var now = small("reports.subscription.now", whole, () -> actions.tryNow(row));
        now.setDisableOnClick(true);
        var buttons = new Div(now);
        buttons.addClassName("weft-reports-download-actions");
        if (row.changeable()) {
            buttons.add(
                    small("reports.subscription.change", whole, () -> actions.change(row)), more(row, whole, actions));
        } else {
            buttons.add(small("reports.subscription.leave", whole, () -> actions.leave(row)));
        }
        return buttons;
    }

    private MoreMenu more(SubscriptionRow row, String whole, Actions actions) {
        var more = new MoreMenu()
                .item(
                        getTranslation(row.active() ? "reports.subscription.pause" : "reports.subscription.resume"),
                        () -> actions.activate(row, !row.active()));
        if (row.me() != null && row.forOthers()) {
            more.item(getTranslation("reports.subscription.leave"), () -> actions.leave(row));
        }
        more.item(getTranslation("reports.subscription.end"), () -> actions.end(row));
        more.setAriaLabel(getTranslation("reports.subscription.more.of", whole));
        more.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return more;
    }

    private Button small(String key, String whole, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("reports.subscription.of", getTranslation(key), whole));
        return button;
    }
}
