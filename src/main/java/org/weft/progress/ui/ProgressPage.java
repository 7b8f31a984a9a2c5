package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Count;
import org.weft.base.NotFoundException;
import org.weft.base.Selection;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.RowKeys;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.progress.FacetOptions;
import org.weft.progress.LiveChanges;
import org.weft.progress.ProgressCounts;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressForm;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.progress.SavedViewService;

/**
 * What the list and the matrix have in common: header, filters, states, counts, empty states, and the person opened
 * beside them. All of it follows the address; what people choose goes into the address first.
 */
@org.springframework.stereotype.Component
@org.springframework.context.annotation.Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProgressPage extends Div implements PersonHost, GridColumns.Changes {

    /** The rows: a list or a matrix. */
    interface Body {
        Component component();

        /** Shows other rows; so many match. */
        void show(ProgressFilter filter, ProgressSort sort, Count matching);

        /** The rows it has loaded, to be kept up to date. */
        LiveRows<?> live();

        /** Shows the same rows in another layout. Where there are no columns to choose, there is nothing to do. */
        default void layout(GridLayout layout) {}

        /** Marks who is opened beside, null for nobody. */
        void open(@Nullable Long personId);
    }

    private final ProgressService progress;
    private final SavedViewService savedViews;
    private final ObjectProvider<PersonPanel> panels;
    private final Scope scope;
    private final boolean hr;
    private final List<CycleOption> cycles;
    private final List<ProgressOnward> onward;

    private final ViewHeader header = new ViewHeader("");
    private final ProgressFilters filters;
    private final StateChips chips = new StateChips(state -> filter(filter().state(state)));
    private final Div states = new Div(chips);
    private final Div content = new Div();
    private final Div master = new Div(header);
    private final LiveProgress live;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final EmptyProgress empty;
    private final Formats formats = Formats.of(this);

    private String path = "";
    private ViewSwitch forms = new ViewSwitch("");
    private @Nullable PageViews views;
    private @Nullable Body body;
    private @Nullable ProgressAddress address;
    private @Nullable CycleOption cycle;
    private @Nullable ProgressCounts counts;
    private Map<String, String> filterWords = Map.of();

    ProgressPage(
            ProgressService progress,
            CycleService cycleService,
            SavedViewService savedViews,
            CurrentUser currentUser,
            ObjectProvider<PersonPanel> panels,
            ObjectProvider<ProgressOnward> ways,
            LiveChanges changes) {
        this.progress = progress;
        this.savedViews = savedViews;
        this.panels = panels;
        scope = currentUser.scope();
        hr = currentUser.has(Role.HR);
        onward = ways.orderedStream()
                .filter(way -> currentUser.has(way.roles().toArray(Role[]::new)))
                .toList();
        empty = new EmptyProgress(this, hr);
        cycles = cycleService.options(scope);
        filters = new ProgressFilters(
                cycles,
                new Source(),
                id -> step(address().cycle(id)),
                this::filter,
                typed -> show(address().filter(typed), false));
        live = new LiveProgress(this, changes, () -> progress.count(scope, filter()), this::counted, this::changed);
        addClassName("weft-progress-page");
        master.addClassName("weft-progress-master");
        states.addClassName("weft-progress-states");
        content.addClassName("weft-progress-content");
        layout.setSizeFull();
        layout.setMaster(master);
        layout.setMasterSize("min(60rem, 100%)", true);
        layout.setDetailSize("36rem");
        layout.setOverlaySize("min(40rem, 100%)");
        layout.addBackdropClickListener(event -> step(address().person(null)));
        layout.addDetailEscapePressListener(event -> step(address().person(null)));
        add(layout);
    }

    /** Says what the page is; called once, by its view. */
    void use(ProgressForm form, Body rows) {
        path = form == ProgressForm.LIST ? ProgressNavigation.LIST : ProgressNavigation.MATRIX;
        body = rows;
        forms = new ViewSwitch(path);
        views = new PageViews(savedViews, form, this, hr);
        filters.first(views.menu());
        header.title(getTranslation("progress.title"));
        header.actions(forms);
        if (cycles.isEmpty()) {
            master.add(empty.noCycle());
        } else {
            master.add(filters, states, content, live);
        }
    }

    /** Further ways, at the right of the title, and behind them those to other features. */
    void actions(Component... more) {
        header.actions(more);
        if (!onward.isEmpty() && !cycles.isEmpty()) {
            var menu = new MoreMenu();
            onward.forEach(way -> menu.item(
                    getTranslation(way.labelKey()),
                    () -> Links.go(way.href(cycle().id(), address().shown()))));
            header.actions(menu);
        }
    }

    /** What is shown, to be written to a file. May be asked for away from the UI's thread. */
    ExportRequest request(Selection selection) {
        return new ExportRequest(
                scope,
                cycle().label(),
                filter(),
                filterWords,
                address().sort(),
                address().layout().order(),
                selection,
                formats);
    }

    /** What else belongs into the row of the filters. */
    void besideFilters(Component... more) {
        filters.more(more);
    }

    /** A bar that takes the place of the states while it shows. */
    void besideStates(Component bar) {
        states.add(bar);
    }

    void showStates(boolean show) {
        chips.setVisible(show);
    }

    /** Shows what the location says. */
    void enter(Location location) {
        var saved = Objects.requireNonNull(views, "used");
        if (location.getQueryParameters().getParameters().isEmpty()) {
            // An address that asks for nothing leads to what the reader sees first.
            saved.standard()
                    .ifPresentOrElse(first -> show(first, false), () -> render(ProgressAddress.of(location, saved)));
        } else {
            render(ProgressAddress.of(location, saved));
        }
    }

    Scope scope() {
        return scope;
    }

    ProgressAddress address() {
        return Objects.requireNonNull(address, "entered");
    }

    CycleOption cycle() {
        return Objects.requireNonNull(cycle, "a cycle");
    }

    ProgressFilter filter() {
        return address().filter(cycle().id());
    }

    void open(long personId, long assignmentId) {
        step(address().person(personId, assignmentId));
    }

    @Override
    public void go(ProgressAddress next) {
        step(next);
    }

    @Override
    public void changed() {
        counts = null;
        render(address());
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public void sort(ProgressSort sort) {
        step(address().sort(sort));
    }

    @Override
    public void layout(GridLayout layout) {
        show(address().layout(layout), false);
    }

    private void filter(ProgressFilter next) {
        step(address().filter(next));
    }

    private void step(ProgressAddress next) {
        show(next, true);
    }

    /** @param step whether the browser's back button leads to what was before; not so for each letter typed */
    private void show(ProgressAddress next, boolean step) {
        var history = UI.getCurrentOrThrow().getPage().getHistory();
        if (step) {
            history.pushState(null, next.location(path));
        } else {
            history.replaceState(null, next.location(path));
        }
        render(next);
    }

    private void render(ProgressAddress next) {
        forms.show(next);
        var chosen = CycleOption.choose(cycles, next.cycleId());
        if (chosen.isEmpty() || body == null) {
            return;
        }
        var before = address;
        var shown = counts == null || before == null || cycle == null ? null : filter();
        address = next;
        if (!chosen.get().equals(cycle)) {
            cycle = chosen.get();
        }
        var filter = filter();
        var known = counts;
        if (known == null || !filter.equals(shown)) {
            known = count(filter, body);
        }
        if (!filter.equals(shown) || before == null || !next.sort().equals(before.sort())) {
            body.show(filter, next.sort(), known.matching());
        }
        Objects.requireNonNull(views).show(next);
        body.layout(next.layout());
        if (!filter.equals(shown) || before == null || !next.reads(before)) {
            live.shown(filter.cycleId(), body.live(), known.matching());
        }
        body.open(next.personId());
        detail(before, next);
    }

    private ProgressCounts count(ProgressFilter filter, Body rows) {
        var now = progress.count(scope, filter);
        header.context(getTranslation(
                hr ? "progress.context.everybody" : "progress.context.led",
                cycle().label(),
                formats.range(cycle().startsOn(), cycle().endsOn())));
        filters.show(filter);
        filterWords = filters.words();
        counted(now);
        content.removeAll();
        content.add(
                now.matching().number() > 0
                        ? rows.component()
                        : now.total().number() == 0
                                ? empty.nobody(cycle())
                                : empty.noMatch(() -> filter(ProgressFilter.of(filter.cycleId()))));
        return now;
    }

    private void counted(ProgressCounts now) {
        counts = now;
        chips.show(filter().state(), now);
    }

    private void detail(@Nullable ProgressAddress before, ProgressAddress next) {
        if (next.personId() == null) {
            if (layout.getDetail() != null) {
                layout.setDetail(null);
                RowKeys.focus(content);
            }
            return;
        }
        var open = layout.getDetail() instanceof PersonPanel shown ? shown : null;
        if (open != null && next.equals(before)) {
            return;
        }
        var panel = open != null ? open : panels.getObject();
        try {
            panel.show(this, next.of(cycle().id()));
            layout.setDetail(panel);
        } catch (NotFoundException outOfScope) {
            layout.setDetail(null);
        }
    }

    /** What the filters offer is read in the scope of who looks. */
    private final class Source implements ProgressFilters.Source {
        @Override
        public FacetOptions options(ProgressFilter filter, ProgressFacet facet, String search) {
            return progress.options(scope, filter, facet, search);
        }

        @Override
        public Map<ProgressFacet, String> names(ProgressFilter filter) {
            return progress.names(scope, filter);
        }
    }
}
