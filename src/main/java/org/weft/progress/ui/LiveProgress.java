package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;
import org.weft.base.ui.Formats;
import org.weft.base.ui.RowKeys;
import org.weft.progress.LiveChanges;
import org.weft.progress.ProgressChanges;
import org.weft.progress.ProgressCounts;

/**
 * Keeps an open list or matrix up to date with what others change. Rows change where they stand, at once; counts
 * and sums follow, at most every two seconds; and a quiet button says how many rows would come, go or stand elsewhere, and reads
 * the page anew when it is pressed. It floats, so that nothing moves when it comes.
 */
class LiveProgress extends Div {

    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

    private final LiveCycle cycle;
    private final Supplier<ProgressCounts> count;
    private final Consumer<ProgressCounts> counted;
    private final Button refresh = new Button(VaadinIcon.REFRESH.create());
    private @Nullable LiveRows<?> rows;
    private Count shownMatching = Count.exactly(0);
    private Count nowMatching = Count.exactly(0);
    private boolean countDue;
    private long countedAt;

    /**
     * @param owner what is attached while the page is open
     * @param count counts anew
     * @param counted gets the new counts
     * @param anew reads the page anew
     */
    LiveProgress(
            Component owner,
            LiveChanges changes,
            Supplier<ProgressCounts> count,
            Consumer<ProgressCounts> counted,
            Runnable anew) {
        this.count = count;
        this.counted = counted;
        cycle = new LiveCycle(owner, changes, this::follow);
        addClassName("weft-progress-live");
        getElement().setAttribute("role", "status");
        refresh.addThemeVariants(ButtonVariant.SMALL);
        refresh.addClickListener(event -> {
            anew.run();
            // The button is gone now.
            getParent().ifPresent(RowKeys::focus);
        });
        refresh.setVisible(false);
        add(refresh);
    }

    /** The page was read anew: these rows of that cycle, and so many match. */
    void shown(long cycleId, LiveRows<?> nowRows, Count matching) {
        rows = nowRows;
        shownMatching = matching;
        nowMatching = matching;
        countDue = false;
        countedAt = System.nanoTime();
        refresh.setVisible(false);
        cycle.follow(cycleId);
    }

    private void follow(ProgressChanges changes) {
        var current = rows;
        if (current == null) {
            return;
        }
        current.update(changes);
        countDue |= !changes.isEmpty();
        if (countDue) {
            countInTime(current);
        }
        offer(current);
    }

    private void countInTime(LiveRows<?> current) {
        var left = BETWEEN_COUNTS.minusNanos(System.nanoTime() - countedAt);
        if (left.isPositive()) {
            cycle.again(left);
            return;
        }
        countDue = false;
        countedAt = System.nanoTime();
        var counts = count.get();
        nowMatching = counts.matching();
        counted.accept(counts);
        current.counted();
    }

    private void offer(LiveRows<?> current) {
        var elsewhere = countDue ? 0 : elsewhere(current);
        var changes = current.moved() + current.lost() + elsewhere;
        refresh.setVisible(changes > 0);
        if (changes > 0) {
            refresh.setText(
                    getTranslation("progress.live", changes, Formats.of(this).number(changes)));
        }
    }

    /** Who is lost from what is loaded explains one less that match; what is left came or went out of sight. */
    private long elsewhere(LiveRows<?> current) {
        return nowMatching.more() || shownMatching.more()
                ? 0
                : Math.abs(nowMatching.number() - shownMatching.number() + current.lost());
    }
}
