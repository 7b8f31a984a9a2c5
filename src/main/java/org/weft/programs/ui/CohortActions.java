package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.programs.AudiencePreview;
import org.weft.programs.AudienceRule;
import org.weft.programs.CandidateFilter;
import org.weft.programs.CandidateRow;
import org.weft.programs.CohortDetails;
import org.weft.programs.CohortService;
import org.weft.programs.Participants;

/** What HR does with a cohort and its members: opens the dialogs, saves, says that it is done. Holds no state. */
@Component
class CohortActions {

    private static final int NAMES = 10;

    private final CohortService cohorts;
    private final Participants participants;
    private final CurrentUser currentUser;
    private final DirectoryPickers pickers;

    CohortActions(CohortService cohorts, Participants participants, CurrentUser currentUser, DirectoryPickers pickers) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.currentUser = currentUser;
        this.pickers = pickers;
    }

    void add(long cycleId, Runnable done) {
        var form = new CohortForm(pickers, new Candidates(), cycleId, null);
        DraftDialog.adding(words("programs.cohort.add"), words("programs.cohort.add"), form, draft -> {
                    var id = cohorts.add(cycleId, draft);
                    var joined = form.fillNow()
                            ? participants.update(currentUser.scope(), id).joins()
                            : 0;
                    Notifications.success(words("programs.cohort.added", draft.name(), joined));
                    done.run();
                })
                .open();
    }

    void edit(CohortDetails cohort, Runnable done) {
        Errors.run(() -> DraftDialog.editing(
                        words("programs.cohort.edit"),
                        new CohortForm(pickers, new Candidates(), cohort.cycleId(), cohort.id()),
                        () -> {
                            var stored = cohorts.get(currentUser.scope(), cohort.id());
                            return new DraftDialog.Stored<>(stored.name(), stored.version(), stored.draft());
                        },
                        (draft, version) -> {
                            cohorts.save(cohort.id(), version, draft);
                            Notifications.success(words("programs.saved", draft.name()));
                            done.run();
                        })
                .open());
    }

    void remove(CohortDetails cohort, Runnable done) {
        ConfirmDialogs.askDanger(
                words("programs.remove.ask", cohort.name()),
                words("programs.cohort.remove.text", cohort.size()),
                words("programs.cohort.remove"),
                () -> {
                    cohorts.remove(cohort.id(), cohort.version());
                    Notifications.success(words("programs.removed", cohort.name()));
                    done.run();
                });
    }

    void addPeople(CohortDetails cohort, Runnable done) {
        var start = new CandidateFilter(cohort.cycleId(), cohort.id(), AudienceRule.EVERYBODY);
        new AddPeopleDialog(
                        words("programs.members.add.title", cohort.name()),
                        start,
                        new Candidates(),
                        pickers,
                        new AddPeopleDialog.Adding() {
                            @Override
                            public void add(Set<Long> personIds) {
                                joined(participants.add(currentUser.scope(), cohort.id(), personIds));
                            }

                            @Override
                            public void addAll(CandidateFilter filter) {
                                joined(participants.addAll(
                                        currentUser.scope(), cohort.id(), filter.rule(), filter.search()));
                            }

                            private void joined(int count) {
                                Notifications.success(words("programs.members.added", count));
                                done.run();
                            }
                        })
                .open();
    }

    /** Shows what evaluating the rule again would do, and does it once that is agreed to. */
    void updateMembers(CohortDetails cohort, Runnable done) {
        Errors.run(() -> {
            var preview = participants.previewUpdate(currentUser.scope(), cohort.id());
            if (preview.isEmpty()) {
                Notifications.success(words("programs.members.upToDate"));
                return;
            }
            var dialog = ConfirmDialogs.ask(
                    words("programs.members.update"),
                    words(
                            "programs.members.update.text",
                            preview.joins(),
                            preview.leaves().size()),
                    words("programs.members.update"),
                    () -> {
                        var result = participants.update(currentUser.scope(), cohort.id());
                        Notifications.success(words(
                                "programs.members.updated",
                                result.joins(),
                                result.leaves().size()));
                        done.run();
                    });
            if (!preview.leaves().isEmpty()) {
                dialog.add(new Paragraph(words("programs.members.update.leaves", names(preview.leaves()))));
            }
            if (!preview.stays().isEmpty()) {
                dialog.add(new Paragraph(words("programs.members.stay", names(preview.stays()))));
            }
            if (preview.joins() > 0) {
                var filter = new CandidateFilter(cohort.cycleId(), cohort.id(), cohort.rule());
                dialog.add(new CandidateGrid(new Candidates(), filter));
            }
        });
    }

    void removeMembers(CohortDetails cohort, Collection<Long> participantIds, Runnable done) {
        Errors.run(() -> {
            var preview = participants.previewRemove(currentUser.scope(), cohort.id(), participantIds);
            if (preview.removed() == 0) {
                Notifications.warn(words("programs.members.stay", names(preview.kept())));
                return;
            }
            var kept = preview.kept().isEmpty() ? "" : "\n" + words("programs.members.stay", names(preview.kept()));
            ConfirmDialogs.askDanger(
                    words("programs.members.remove.ask", preview.removed()),
                    words("programs.members.remove.text") + kept,
                    words("programs.members.remove", preview.removed()),
                    () -> {
                        var result = participants.remove(currentUser.scope(), cohort.id(), participantIds);
                        Notifications.success(words("programs.members.removed", result.removed()));
                        done.run();
                    });
        });
    }

    private static String names(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() <= NAMES ? first : words("programs.names.more", first, names.size() - NAMES);
    }

    private static String words(String key, Object... args) {
        return UI.getCurrentOrThrow().getTranslation(key, args);
    }

    /** Answers the dialogs from the services, with the scope of whoever asks. */
    private final class Candidates implements CandidateSource {

        @Override
        public AudiencePreview preview(CandidateFilter filter) {
            return participants.preview(currentUser.scope(), filter);
        }

        @Override
        public List<CandidateRow> page(CandidateFilter filter, Pageable page) {
            return participants.candidates(currentUser.scope(), filter, page);
        }

        @Override
        public int count(CandidateFilter filter) {
            return participants.countCandidates(currentUser.scope(), filter);
        }

        @Override
        public List<String> jobTitles(String text, Pageable page) {
            return participants.jobTitles(currentUser.scope(), text, page);
        }

        @Override
        public List<String> locations(String text, Pageable page) {
            return participants.locations(currentUser.scope(), text, page);
        }
    }
}
