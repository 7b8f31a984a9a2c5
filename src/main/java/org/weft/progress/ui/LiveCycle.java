package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weft.progress.LiveChanges;
import org.weft.progress.ProgressChanges;

/**
 * Hears of the changes of one cycle, from a component's attach to its detach. The listener runs in the UI: with the
 * session locked, and with the security context of the session, so that services decide as they do for a click.
 */
final class LiveCycle {

    private static final Logger log = LoggerFactory.getLogger(LiveCycle.class);

    private final LiveChanges changes;
    private final Consumer<ProgressChanges> listener;
    private @Nullable UI ui;
    private @Nullable Long cycleId;
    private LiveChanges.@Nullable Subscription subscription;

    LiveCycle(Component owner, LiveChanges changes, Consumer<ProgressChanges> listener) {
        this.changes = changes;
        this.listener = listener;
        owner.addAttachListener(event -> {
            ui = event.getUI();
            start();
        });
        owner.addDetachListener(event -> {
            stop();
            ui = null;
        });
    }

    /** Hears of this cycle from now on, or of none. */
    void follow(@Nullable Long cycle) {
        if (!Objects.equals(cycle, cycleId)) {
            stop();
            cycleId = cycle;
            start();
        }
    }

    /** Calls the listener once more after a while. */
    void again(Duration delay) {
        if (subscription != null) {
            subscription.again(delay);
        }
    }

    private void start() {
        var at = ui;
        var cycle = cycleId;
        if (at != null && cycle != null && subscription == null) {
            subscription = changes.subscribe(
                    cycle,
                    told -> at.accessLater(() -> tell(told), () -> log.debug("The page has been left"))
                            .run());
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    private void tell(ProgressChanges told) {
        try {
            if (subscription != null) {
                listener.accept(told);
            }
        } catch (RuntimeException e) {
            // Nobody has asked for anything, so nobody is shown an error; the next change or reload tries again.
            log.warn("An open page could not follow a change", e);
        }
    }
}
