package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/**
 * Work that may take longer than a click: it runs beside the UI, on behalf of the signed-in account, while a dialog
 * shows how far it is. What is quick shows no dialog at all. An outcome that can be closed is, where the page was left.
 */
public final class LongTask {

    private static final Logger log = LoggerFactory.getLogger(LongTask.class);

    /** Below this, people feel no wait. */
    private static final int PATIENCE_MILLIS = 300;

    private LongTask() {}

    /** The work. It runs on a thread of its own: it must not touch components, and calls services as usual. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Where work says how far it is. May be called often and from any thread. */
    @FunctionalInterface
    public interface Progress extends Serializable {
        /** @param total 0 while it is not known */
        void at(long done, long total);
    }

    /** As the longer form, with a failure shown as a notification. */
    public static <T> void run(String title, Work<T> work, Consumer<T> done) {
        run(title, work, done, Errors::show);
    }

    /**
     * Starts the work.
     *
     * @param title what is being done: "Reading people.xlsx"
     * @param done gets the outcome, in the UI
     * @param failed gets what went wrong, in the UI
     */
    public static <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var ui = UI.getCurrentOrThrow();
        var dialog = new ProgressDialog(title);
        var outcome = start(() -> work.run(dialog::at));
        try {
            done.accept(outcome.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            failed.accept(cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.thenAccept(LongTask::discard);
        } catch (TimeoutException e) {
            dialog.start(ui);
            deliver(outcome, ui, dialog::finish, done, failed);
        }
    }

    /**
     * Starts work the page need not stand still for: no dialog, so whoever calls shows that something is under way.
     *
     * @param done gets the outcome, in the UI
     * @param failed gets what went wrong, in the UI
     */
    public static <T> void beside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        deliver(start(work), UI.getCurrentOrThrow(), () -> {}, done, failed);
    }

    private static <T> CompletableFuture<T> start(Callable<T> work) {
        var call = new DelegatingSecurityContextCallable<>(work);
        var outcome = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("weft-task").start(() -> {
            try {
                outcome.complete(call.call());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }

    private static <T> void deliver(
            CompletableFuture<T> outcome, UI ui, Runnable first, Consumer<T> done, Consumer<Throwable> failed) {
        outcome.whenComplete((value, failure) -> ui.accessLater(
                        () -> {
                            first.run();
                            if (failure == null) {
                                done.accept(value);
                            } else {
                                failed.accept(failure);
                            }
                        },
                        () -> {
                            log.info("The page that waited for a task was left; the task ended without it");
                            discard(value);
                        })
                .run());
    }

    /** What holds a file gives it up: nobody is there any more to do so. */
    private static void discard(@Nullable Object outcome) {
        if (outcome instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                log.warn("What a task left could not be closed", e);
            }
        }
    }

    private static Throwable cause(ExecutionException e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
