package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Shows how far a {@link LongTask} is. Cannot be closed by hand: closing would not stop the work. */
class ProgressDialog extends Dialog {

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final AtomicLong lastShown = new AtomicLong();
    private volatile @Nullable UI ui;

    ProgressDialog(String title) {
        addClassName("weft-progress-dialog");
        setHeaderTitle(title);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", title);
        words.addClassName("weft-numbers");
        words.setText(getTranslation("base.task.working"));
        add(bar, words);
    }

    /** Opens it, in the UI. */
    void start(UI owner) {
        open();
        ui = owner;
    }

    /** Closes it, in the UI. */
    void finish() {
        close();
    }

    /** Takes news from the task's thread; at most some ten a second reach the browser. */
    void at(long done, long total) {
        var owner = ui;
        var now = System.nanoTime();
        var last = lastShown.get();
        if (owner == null || (done < total && now - last < 100_000_000L) || !lastShown.compareAndSet(last, now)) {
            return;
        }
        owner.access(() -> {
            bar.setIndeterminate(total <= 0);
            if (total > 0) {
                bar.setValue(Math.clamp((double) done / total, 0, 1));
                var formats = Formats.of(owner);
                words.setText(getTranslation("base.task.progress", formats.number(done), formats.number(total)));
            }
        });
    }
}
