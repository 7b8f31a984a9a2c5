package org.weft.progress.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.NotFoundException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.progress.ProgressForm;
import org.weft.progress.SavedViewDraft;
import org.weft.progress.SavedViewRow;
import org.weft.progress.SavedViewService;

/** The saved views of the list or of the matrix: finds the one an address names and does what its menu offers. */
class PageViews implements AppliedView.Finder, ViewMenu.Ways {

    private final SavedViewService service;
    private final ProgressForm form;
    private final ProgressPage page;
    private final boolean hr;
    private final ViewMenu menu = new ViewMenu(this);
    private @Nullable SavedViewRow found;

    PageViews(SavedViewService service, ProgressForm form, ProgressPage page, boolean hr) {
        this.service = service;
        this.form = form;
        this.page = page;
        this.hr = hr;
    }

    /** Finds views wherever only an address is read. */
    static AppliedView.Finder in(SavedViewService service) {
        return id -> read(service, id).map(PageViews::applied);
    }

    private static Optional<SavedViewRow> read(SavedViewService service, long id) {
        try {
            return Optional.of(service.get(id));
        } catch (NotFoundException notTheirs) {
            return Optional.empty();
        }
    }

    private static AppliedView applied(SavedViewRow view) {
        return new AppliedView(view.id(), ProgressAddress.words(view.query()));
    }

    ViewMenu menu() {
        return menu;
    }

    @Override
    public Optional<AppliedView> find(long id) {
        found = read(service, id).filter(view -> view.form() == form).orElse(null);
        return Optional.ofNullable(found).map(PageViews::applied);
    }

    /** Where an address that asks for nothing leads. */
    Optional<ProgressAddress> standard() {
        found = service.standard(form).orElse(null);
        return Optional.ofNullable(found).map(view -> ProgressAddress.of(applied(view)));
    }

    void show(ProgressAddress address) {
        var view = view(address);
        menu.show(view, address.changed(), !address.query(false).isEmpty());
    }

    private @Nullable SavedViewRow view(ProgressAddress address) {
        var view = address.view();
        return view != null && found != null && found.id() == view.id() ? found : null;
    }

    @Override
    public List<SavedViewRow> list() {
        return service.list(form);
    }

    @Override
    public void open(@Nullable SavedViewRow view) {
        found = view;
        page.go(ProgressAddress.of(view == null ? AppliedView.NONE : applied(view)));
    }

    private void opened(long id) {
        found = service.get(id);
        page.go(page.address().on(applied(found)));
    }

    @Override
    public void save(SavedViewRow view) {
        Errors.run(() -> {
            var query = page.address().query(ProgressAddress.words(view.query()).containsKey(ProgressAddress.CYCLE));
            service.save(view.id(), view.version(), view.draft().query(query));
            opened(view.id());
            saved(view.name());
        });
    }

    private void saved(String name) {
        Notifications.success(menu.getTranslation("progress.saved.done", name));
    }

    @Override
    public void saveAs() {
        dialog("progress.saved.new", new SavedViewDraft("", form, "", null, false), false, (draft, withCycle) -> {
            opened(service.add(draft.query(query(withCycle))));
            saved(draft.name());
        });
    }

    @Override
    public void edit(SavedViewRow view) {
        var withCycle = ProgressAddress.words(view.query()).containsKey(ProgressAddress.CYCLE);
        dialog("progress.saved.edit", view.draft(), withCycle, (draft, keepCycle) -> {
            var own = ProgressAddress.of(applied(view));
            var kept = own.cycleId() == null ? own.of(page.cycle().id()) : own;
            service.save(view.id(), view.version(), draft.query(kept.query(keepCycle)));
            opened(view.id());
            saved(draft.name());
        });
    }

    private void dialog(String title, SavedViewDraft draft, boolean withCycle, SaveViewDialog.Save save) {
        new SaveViewDialog(
                        menu.getTranslation(title),
                        draft,
                        withCycle,
                        page.cycle().label(),
                        hr,
                        save)
                .open();
    }

    private String query(boolean withCycle) {
        return page.address().of(page.cycle().id()).query(withCycle);
    }

    @Override
    public void remove(SavedViewRow view) {
        ConfirmDialogs.askDanger(
                menu.getTranslation("progress.saved.remove.title", view.name()),
                menu.getTranslation(
                        view.sharedWith() == null ? "progress.saved.remove.text" : "progress.saved.remove.shared"),
                menu.getTranslation("progress.saved.remove"),
                () -> {
                    service.remove(view.id(), view.version());
                    found = null;
                    page.go(page.address().on(AppliedView.NONE));
                    Notifications.success(menu.getTranslation("progress.saved.removed", view.name()));
                });
    }

    @Override
    public void first(@Nullable SavedViewRow view) {
        Errors.run(() -> {
            service.first(form, view == null ? null : view.id());
            if (found != null) {
                opened(found.id());
            }
            Notifications.success(
                    view == null
                            ? menu.getTranslation("progress.saved.first.removed")
                            : menu.getTranslation("progress.saved.first.done", view.name()));
        });
    }
}
