package org.weft.progress;

import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Tells open grids what changes under them, whoever changes it and on whichever node: within some 300 milliseconds on
 * this one, some 1,300 from another. It names participants and says nothing of them: a view reads again, by its own
 * scope, those it shows.
 *
 * @see <a href="file:docs/decisions/009-open-grids-follow-a-table.md">decision 008</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
public class LiveChanges {

    /** One open grid. To be cancelled when it closes. */
    public interface Subscription {

        void cancel();

        /** Calls back once more after a while, with nothing new. */
        void again(Duration delay);
    }

    private final ChangeReader reader;

    LiveChanges(ChangeReader reader) {
        this.reader = reader;
    }

    /**
     * Calls back with each change of a cycle from now on; changes of the last half minute may be told again.
     *
     * @param listener is called on a thread of its own, without session or security context, and should not take long
     */
    public Subscription subscribe(long cycleId, Consumer<ProgressChanges> listener) {
        return reader.subscribe(cycleId, listener);
    }
}
