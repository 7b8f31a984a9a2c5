package org.weft.reminders.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.LongTask;
import org.weft.mail.MailSettings;
import org.weft.mail.RenderedMail;
import org.weft.programs.BulkProgress;
import org.weft.progress.ui.ProgressAction;
import org.weft.reminders.ReminderRequest;
import org.weft.reminders.ReminderResult;
import org.weft.reminders.ReminderService;
import org.weft.reminders.ReminderWording;

/** Reminds the participants marked in the progress grid. */
@Component
@Order(10)
class RemindAction implements ProgressAction {

    private final ReminderService reminders;
    private final MailSettings mail;
    private final CurrentUser currentUser;

    RemindAction(ReminderService reminders, MailSettings mail, CurrentUser currentUser) {
        this.reminders = reminders;
        this.mail = mail;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "reminders.action";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ENVELOPE_O;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR, Role.MANAGER);
    }

    @Override
    public void open(List<Long> participantIds, Runnable done) {
        var scope = currentUser.scope();
        LongTask.run(
                UI.getCurrentOrThrow().getTranslation("reminders.dialog.looking"),
                progress -> reminders.preview(scope, participantIds, progress::at),
                preview -> new SendReminderDialog(preview, mail, inScope(scope), done).open());
    }

    private SendReminderDialog.Reminding inScope(Scope scope) {
        return new SendReminderDialog.Reminding() {
            @Override
            public ReminderWording defaultWording(Locale language) {
                return reminders.defaultWording(language);
            }

            @Override
            public List<String> placeholders(Locale language) {
                return reminders.placeholders(language);
            }

            @Override
            public void check(ReminderWording wording) {
                reminders.check(wording);
            }

            @Override
            public RenderedMail render(long participantId, Map<Locale, ReminderWording> wording) {
                return reminders.render(scope, participantId, wording);
            }

            @Override
            public ReminderResult send(ReminderRequest request, BulkProgress progress) {
                return reminders.send(currentUser.scope(), request, progress);
            }
        };
    }
}
