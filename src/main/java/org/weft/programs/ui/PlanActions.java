package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.base.NotFoundException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.programs.CycleRow;
import org.weft.programs.CycleService;
import org.weft.programs.ProgramDetails;
import org.weft.programs.ProgramService;
import org.weft.programs.ProgramStatus;

/** What HR does with a program and its cycles: opens the dialogs, saves, says that it is done. Holds no state. */
@Component
class PlanActions {

    private final ProgramService programs;
    private final CycleService cycles;
    private final CohortActions cohorts;
    private final CurrentUser currentUser;
    private final DirectoryPickers pickers;

    PlanActions(
            ProgramService programs,
            CycleService cycles,
            CohortActions cohorts,
            CurrentUser currentUser,
            DirectoryPickers pickers) {
        this.programs = programs;
        this.cycles = cycles;
        this.cohorts = cohorts;
        this.currentUser = currentUser;
        this.pickers = pickers;
    }

    void editProgram(long id, Runnable done) {
        Errors.run(() -> DraftDialog.editing(
                        words("programs.edit"),
                        new ProgramForm(pickers),
                        () -> {
                            var stored = programs.get(currentUser.scope(), id);
                            return new DraftDialog.Stored<>(stored.name(), stored.version(), stored.draft());
                        },
                        (draft, version) -> {
                            programs.save(id, version, draft);
                            Notifications.success(words("programs.saved", draft.name()));
                            done.run();
                        })
                .open());
    }

    String moveLabel(ProgramStatus from, ProgramStatus to) {
        return words(
                switch (to) {
                    case DRAFT -> throw new IllegalArgumentException("Nothing becomes a draft again");
                    case ACTIVE -> from == ProgramStatus.DRAFT ? "programs.move.start" : "programs.move.reopen";
                    case ENDED -> from == ProgramStatus.ARCHIVED ? "programs.move.restore" : "programs.move.end";
                    case ARCHIVED -> "programs.move.archive";
                });
    }

    /** Starting and taking back happens at once; ending and archiving is asked about. */
    void move(ProgramDetails program, ProgramStatus to, Runnable done) {
        Runnable move = () -> {
            programs.move(program.id(), program.version(), to);
            Notifications.success(words("programs.moved", program.name(), words("status." + to.name())));
            done.run();
        };
        var from = program.status();
        if (from == ProgramStatus.ACTIVE) {
            ask("programs.move.end.ask", "programs.move.end.text", moveLabel(from, to), program.name(), move);
        } else if (to == ProgramStatus.ARCHIVED) {
            ask("programs.move.archive.ask", "programs.move.archive.text", moveLabel(from, to), program.name(), move);
        } else {
            Errors.run(move);
        }
    }

    void removeProgram(ProgramDetails program, Runnable done) {
        ConfirmDialogs.askDanger(
                words("programs.remove.ask", program.name()),
                words("programs.remove.text"),
                words("programs.remove"),
                () -> {
                    programs.remove(program.id(), program.version());
                    Notifications.success(words("programs.removed", program.name()));
                    done.run();
                });
    }

    /** @param added gets the new cycle's id */
    void addCycle(long programId, LongConsumer added) {
        Errors.run(() -> {
            var form = new CycleForm();
            form.set(cycles.suggest(programId));
            DraftDialog.adding(words("programs.cycle.add"), words("programs.cycle.add"), form, draft -> {
                        var id = cycles.add(programId, draft);
                        Notifications.success(words("programs.cycle.added", draft.name()));
                        added.accept(id);
                    })
                    .open();
        });
    }

    void editCycle(long programId, long id, Runnable done) {
        Errors.run(() -> DraftDialog.editing(
                        words("programs.cycle.edit"),
                        new CycleForm(),
                        () -> {
                            var stored = cycle(programId, id);
                            return new DraftDialog.Stored<>(stored.name(), stored.version(), stored.draft());
                        },
                        (draft, version) -> {
                            cycles.save(id, version, draft);
                            Notifications.success(words("programs.saved", draft.name()));
                            done.run();
                        })
                .open());
    }

    void removeCycle(CycleRow cycle, Runnable done) {
        ConfirmDialogs.askDanger(
                words("programs.remove.ask", cycle.name()),
                words("programs.cycle.remove.text"),
                words("programs.cycle.remove"),
                () -> {
                    cycles.remove(cycle.id(), cycle.version());
                    Notifications.success(words("programs.removed", cycle.name()));
                    done.run();
                });
    }

    void addCohort(long cycleId, Runnable done) {
        cohorts.add(cycleId, done);
    }

    private CycleRow cycle(long programId, long id) {
        return programs.get(currentUser.scope(), programId).cycles().stream()
                .filter(cycle -> cycle.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", id));
    }

    private static void ask(String title, String text, String label, String name, Runnable confirmed) {
        ConfirmDialogs.ask(words(title, name), words(text), label, confirmed);
    }

    private static String words(String key, Object... args) {
        return UI.getCurrentOrThrow().getTranslation(key, args);
    }
}
