package org.weft.reports.ui;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.Text;
import org.weft.base.ui.Cards;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.reports.subscriptions.RecipientOption;
import org.weft.reports.subscriptions.RunResult;
import org.weft.reports.subscriptions.SubscribedReport;
import org.weft.reports.subscriptions.SubscriptionDraft;
import org.weft.reports.subscriptions.SubscriptionRow;
import org.weft.reports.subscriptions.SubscriptionService;

/** The reader's subscriptions, and the dialogs in which they are set up and changed. */
class SubscriptionList extends PolledPanel implements SubscriptionCard.Actions {

    private final transient SubscriptionService subscriptions;
    private final transient ViewChoices views;
    private final transient CurrentUser currentUser;
    private final transient Cards<SubscriptionRow> cards = new Cards<>(place(), row -> new SubscriptionCard(row, this));
    private transient List<SubscriptionRow> shown = List.of();

    SubscriptionList(SubscriptionService subscriptions, ViewChoices views, CurrentUser currentUser) {
        super("weft-reports-subscriptions", "reports.subscription.title", "reports.subscription.empty");
        this.subscriptions = subscriptions;
        this.views = views;
        this.currentUser = currentUser;
    }

    @Override
    void read() {
        shown = subscriptions.list();
        cards.show(shown);
        empty(shown.isEmpty());
    }

    @Override
    boolean waits() {
        return shown.stream()
                .flatMap(row -> Stream.of(
                        row.trial(), row.me() == null ? null : row.me().last()))
                .filter(Objects::nonNull)
                .anyMatch(RunResult::underWay);
    }

    /**
     * Asks for what is needed, and sets a subscription up.
     *
     * @param shown of whom the page shows reports just now
     */
    void add(ReportKind kind, ProgressView shown) {
        var me = currentUser.get();
        var picker = picker(kind);
        if (picker != null) {
            picker.show(List.of(new RecipientOption(me.id(), me.displayName(), "")));
        }
        var form = form(kind, shown, picker, null);
        form.suggest(views.offered(kind) ? kind.of(shown) : ProgressView.ALL);
        var title = getTranslation("reports.subscription.add.title", getTranslation("report." + kind.name()));
        DraftDialog.adding(title, getTranslation("reports.subscription.add"), form, draft -> {
                    subscriptions.add(draft);
                    refresh();
                    Notifications.success(
                            getTranslation("reports.subscription.added"),
                            getTranslation("reports.download.show"),
                            this::scrollIntoView);
                })
                .open();
    }

    /** @param id of the one that is changed, null for a new one */
    private SubscriptionForm form(
            ReportKind kind, ProgressView shown, @Nullable RecipientPicker picker, @Nullable Long id) {
        var people = new ViewPicker(views.of(this, kind, shown));
        people.setVisible(views.offered(kind));
        return new SubscriptionForm(
                kind,
                subscriptions.choices(kind),
                people,
                currentUser.get().id(),
                picker,
                new SubscriptionForm.Asking() {
                    @Override
                    public Optional<ZonedDateTime> next(SubscriptionDraft draft) {
                        return subscriptions.next(draft, id);
                    }

                    @Override
                    public List<Text> filter(SubscribedReport report) {
                        return subscriptions.filter(report);
                    }
                });
    }

    private @Nullable RecipientPicker picker(ReportKind kind) {
        return currentUser.has(Role.HR)
                ? new RecipientPicker((search, page) -> subscriptions.recipients(kind, search, page))
                : null;
    }

    @Override
    public void change(SubscriptionRow row) {
        var kind = row.report().kind();
        var picker = picker(kind);
        var form = form(kind, ProgressView.ALL, picker, row.id());
        form.know(row.report(), row.about());
        var name = getTranslation("report." + kind.name());
        DraftDialog.editing(
                        getTranslation("reports.subscription.change.title", name),
                        form,
                        () -> {
                            var stored = subscriptions.get(row.id());
                            Optional.ofNullable(picker)
                                    .ifPresent(one -> one.show(stored.recipients().stream()
                                            .map(recipient ->
                                                    new RecipientOption(recipient.accountId(), recipient.name(), ""))
                                            .toList()));
                            return new DraftDialog.Stored<>(name, stored.version(), stored.draft());
                        },
                        (draft, version) -> {
                            subscriptions.save(row.id(), version, draft);
                            refresh();
                        })
                .open();
    }

    @Override
    public void tryNow(SubscriptionRow row) {
        if (Errors.run(() -> subscriptions.tryNow(row.id()))) {
            Notifications.success(getTranslation("reports.subscription.tried"));
        }
        refresh();
    }

    @Override
    public void activate(SubscriptionRow row, boolean active) {
        Errors.run(() -> subscriptions.activate(row.id(), row.version(), active));
        refresh();
    }

    @Override
    public void end(SubscriptionRow row) {
        ConfirmDialogs.askDanger(
                getTranslation("reports.subscription.end.title"),
                getTranslation(
                        "reports.subscription.end.text",
                        getTranslation("report." + row.report().kind().name()),
                        row.recipients().size()),
                getTranslation("reports.subscription.end"),
                () -> {
                    subscriptions.end(row.id());
                    refresh();
                });
    }

    @Override
    public void leave(SubscriptionRow row) {
        ConfirmDialogs.askDanger(
                getTranslation("reports.subscription.leave.title"),
                getTranslation(
                        "reports.subscription.leave.text",
                        getTranslation("report." + row.report().kind().name())),
                getTranslation("reports.subscription.leave"),
                () -> {
                    subscriptions.leave(row.id());
                    refresh();
                });
    }
}
