package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.function.Function;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.ui.Notifications;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.CheckIn;

/** Opens the dialog of each action and does what it confirms. */
class AssignmentActions {

    private final AssignmentService assignments;
    private final CurrentUser currentUser;
    private final Function<AssignmentRow, Optional<AssignmentRow>> latest;
    private final Runnable changed;

    AssignmentActions(
            AssignmentService assignments,
            CurrentUser currentUser,
            Function<AssignmentRow, Optional<AssignmentRow>> latest,
            Runnable changed) {
        this.assignments = assignments;
        this.currentUser = currentUser;
        this.latest = latest;
        this.changed = changed;
    }

    void checkIn(AssignmentRow row) {
        new CheckInDialog(
                        row,
                        latest,
                        (now, checkIn) -> assignments.checkIn(scope(), now.id(), now.version(), checkIn),
                        done("objectives.done.checkin"))
                .open();
    }

    void change(AssignmentRow row) {
        new ChangeDialog(
                        row,
                        latest,
                        (now, plan) ->
                                assignments.change(scope(), now.id(), now.version(), plan.dueOn(), plan.target()),
                        done("objectives.done.change"))
                .open();
    }

    void submit(AssignmentRow row) {
        new NoteDialog(
                        row,
                        new NoteDialog.Words(
                                "objectives.submit.title",
                                "objectives.submit.text",
                                "objectives.note",
                                "objectives.action.submit"),
                        new NoteDialog.Rules("note", CheckIn.MAX_TEXT, false),
                        latest,
                        (now, note) -> assignments.submit(scope(), now.id(), now.version(), note),
                        done("objectives.done.submit"))
                .open();
    }

    void complete(AssignmentRow row) {
        new NoteDialog(
                        row,
                        new NoteDialog.Words(
                                "objectives.complete.title",
                                "objectives.complete.text",
                                "objectives.note",
                                "objectives.action.complete"),
                        new NoteDialog.Rules("note", CheckIn.MAX_TEXT, false),
                        latest,
                        (now, note) -> assignments.complete(scope(), now.id(), now.version(), note),
                        done("objectives.done.complete"))
                .open();
    }

    void returnForChanges(AssignmentRow row) {
        new NoteDialog(
                        row,
                        new NoteDialog.Words(
                                "objectives.return.title",
                                "objectives.return.text",
                                "objectives.return.note",
                                "objectives.action.return"),
                        new NoteDialog.Rules("note", CheckIn.MAX_TEXT, true),
                        latest,
                        (now, note) -> assignments.returnForChanges(scope(), now.id(), now.version(), note),
                        done("objectives.done.return"))
                .open();
    }

    void waive(AssignmentRow row) {
        new NoteDialog(
                        row,
                        new NoteDialog.Words(
                                "objectives.waive.title",
                                "objectives.waive.text",
                                "objectives.reason",
                                "objectives.action.waive"),
                        new NoteDialog.Rules("reason", AssignmentService.MAX_REASON, true),
                        latest,
                        (now, reason) -> assignments.waive(scope(), now.id(), now.version(), reason),
                        done("objectives.done.waive"))
                .open();
    }

    void cancel(AssignmentRow row) {
        new NoteDialog(
                        row,
                        new NoteDialog.Words(
                                "objectives.cancel.title",
                                "objectives.cancel.text",
                                "objectives.reason",
                                "objectives.action.cancel"),
                        new NoteDialog.Rules("reason", AssignmentService.MAX_REASON, false),
                        latest,
                        (now, reason) -> assignments.cancel(scope(), now.id(), now.version(), reason),
                        done("objectives.done.cancel"))
                .open();
    }

    private Scope scope() {
        return currentUser.scope();
    }

    private Runnable done(String key) {
        return () -> {
            changed.run();
            Notifications.success(UI.getCurrentOrThrow().getTranslation(key));
        };
    }
}
