package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.objectives.LibraryService;
import org.weft.objectives.Measure;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.objectives.TemplateDetails;
import org.weft.objectives.TemplateDraft;

/** The library of objectives: HR keeps it, managers read it. */
@Route("library")
@Menu(order = 120, icon = "vaadin:book", title = "objectives.library.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/objectives.css")
class LibraryView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, TemplateEditor.Actions {

    private static final String OBJECTIVE = "objective";

    private final transient LibraryService library;
    private final boolean edits;
    private final LibraryFilters filters = new LibraryFilters(this::filtered);
    private final TemplateGrid grid;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private QueryState query = QueryState.of(new Location("library"));
    private @Nullable TemplateEditor editor;

    LibraryView(LibraryService library, CurrentUser currentUser) {
        this.library = library;
        edits = currentUser.has(Role.HR);
        addClassNames("weft-view", "weft-objectives-library");
        var header = new ViewHeader(getTranslation("objectives.library.title"))
                .context(getTranslation("objectives.library.context"));
        if (edits) {
            header.primary(new Button(
                    getTranslation("objectives.library.add"),
                    VaadinIcon.PLUS.create(),
                    event -> askLeave(() -> addNew(blank()))));
        }
        grid = new TemplateGrid(page -> library.list(filters.filter(), page), page -> library.count(filters.filter()));
        grid.setEmptyStateComponent(filters.nothingFound());
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                var row = event.getFirstSelectedItem().orElse(null);
                askLeave(() -> select(row == null ? null : row.id()));
            }
        });
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                address(query.withSort(event.getSortOrder()));
            }
        });
        layout.addClassName("weft-objectives-library-layout");
        layout.setMaster(grid);
        layout.setMasterSize("20rem");
        layout.setOverlayContainment(MasterDetailLayout.OverlayContainment.PAGE);
        layout.setExpandMaster(true);
        layout.setDetailSize("32rem");
        layout.addBackdropClickListener(event -> close());
        layout.addDetailEscapePressListener(event -> close());
        add(header, filters, layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        filters.read(query);
        query.sort(grid);
        refresh();
        var wanted = query.getLong(OBJECTIVE);
        show(wanted.isPresent() ? wanted.getAsLong() : null);
    }

    /** What was typed is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null && editor.dirty()) {
            var leaving = event.postpone();
            discard(leaving::proceed);
        }
    }

    private void filtered() {
        address(filters.write(query));
        refresh();
    }

    private void address(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
    }

    private void refresh() {
        filters.count(library.count(filters.filter()));
        grid.getDataProvider().refreshAll();
    }

    private void select(@Nullable Long id) {
        address(query.with(OBJECTIVE, id));
        show(id);
    }

    private void show(@Nullable Long id) {
        editor = null;
        layout.setDetail(null);
        if (id == null) {
            grid.deselectAll();
        } else {
            try {
                var template = library.get(id);
                editor = edits ? new TemplateEditor(template, this) : null;
                layout.setDetail(editor != null ? editor : new TemplateCard(template, this::close));
                grid.mark(template);
            } catch (NotFoundException e) {
                Errors.show(e);
            }
        }
        grid.detailOpen(layout.getDetail() != null);
    }

    private void addNew(TemplateDraft draft) {
        address(query.with(OBJECTIVE, (Object) null));
        grid.deselectAll();
        editor = new TemplateEditor(draft, this);
        layout.setDetail(editor);
        grid.detailOpen(true);
        editor.focusTitle();
    }

    private static TemplateDraft blank() {
        return new TemplateDraft(
                "",
                "",
                ObjectiveType.INFORMATION_EXCHANGE,
                PlanKind.INDIVIDUAL,
                Set.of(),
                1,
                "",
                Measure.CONVERSATIONS,
                null,
                null,
                null,
                null);
    }

    private void askLeave(Runnable leave) {
        if (editor == null || !editor.dirty()) {
            leave.run();
        } else {
            discard(leave);
        }
    }

    private void discard(Runnable confirmed) {
        ConfirmDialogs.askDanger(
                getTranslation("objectives.library.discard.title"),
                getTranslation("objectives.library.discard.text"),
                getTranslation("objectives.library.discard.confirm"),
                () -> {
                    editor = null;
                    confirmed.run();
                });
    }

    @Override
    public void add(TemplateDraft draft) {
        var id = library.add(draft);
        refresh();
        select(id);
        Notifications.success(getTranslation(
                "objectives.library.added", library.get(id).draft().code()));
    }

    @Override
    public void change(long id, int version, TemplateDraft draft) {
        library.change(id, version, draft);
        refresh();
        show(id);
        Notifications.success(getTranslation(
                "objectives.library.changed", library.get(id).draft().code()));
    }

    @Override
    public TemplateDetails latest(long id) {
        return library.get(id);
    }

    @Override
    public void copy(long id) {
        askLeave(() -> Errors.run(() -> addNew(library.copyOf(id))));
    }

    @Override
    public void retire(long id, int version) {
        askLeave(() -> orShowAsItIs(id, () -> {
            library.retire(id, version);
            refresh();
            select(null);
            Notifications.success(
                    getTranslation(
                            "objectives.library.retired.done",
                            library.get(id).draft().code()),
                    getTranslation("base.undo"),
                    () -> bringBack(id, library.get(id).version()));
        }));
    }

    @Override
    public void bringBack(long id, int version) {
        askLeave(() -> orShowAsItIs(id, () -> {
            library.bringBack(id, version);
            refresh();
            select(id);
            Notifications.success(getTranslation(
                    "objectives.library.broughtback", library.get(id).draft().code()));
        }));
    }

    private void orShowAsItIs(long id, Runnable change) {
        if (!Errors.run(change)) {
            refresh();
            show(id);
        }
    }

    @Override
    public void close() {
        askLeave(() -> select(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("objectives.library.title");
    }
}
