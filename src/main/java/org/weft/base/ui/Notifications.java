package org.weft.base.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import org.jspecify.annotations.Nullable;

/** Short news about what has just happened. What went wrong stays until it is closed; good news leaves by itself. */
public final class Notifications {

    private static final int SHORT = 5_000;
    private static final int LONG = 15_000;

    private Notifications() {}

    public static Notification success(String text) {
        return show(Tone.GREEN, text, SHORT, null, null);
    }

    /** Good news that can be taken back for a while. */
    public static Notification success(String text, String undoLabel, Runnable undo) {
        return show(Tone.GREEN, text, LONG, undoLabel, undo);
    }

    public static Notification warn(String text) {
        return show(Tone.AMBER, text, LONG, null, null);
    }

    public static Notification error(String text) {
        return show(Tone.RED, text, 0, null, null);
    }

    private static Notification show(
            Tone tone, String text, int millis, @Nullable String actionLabel, @Nullable Runnable action) {
        var notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(millis);
        notification.setAssertive(tone == Tone.RED);
        notification.addClassName("weft-notification");
        var words = new Div(new Text(text));
        words.addClassName("weft-notification-text");
        var row = new Div(words);
        row.addClassName("weft-notification-row");
        row.getElement().setAttribute("data-tone", tone.css());
        if (actionLabel != null && action != null) {
            var button = new Button(actionLabel, event -> {
                notification.close();
                Errors.run(action);
            });
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setDisableOnClick(true);
            row.add(button);
        }
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(notification.getTranslation("base.close"));
        row.add(close);
        notification.add(row);
        notification.open();
        return notification;
    }
}
