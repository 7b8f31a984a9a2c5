package org.weft.reports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressView;
import org.weft.progress.SavedViewRow;
import org.weft.progress.SavedViewService;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;
import org.weft.reports.downloads.ReportDownloads;
import org.weft.reports.subscriptions.SubscriptionService;
import org.weft.workbook.FileFormat;
import org.weft.workbook.ui.WorkbookDownload;

/** The catalogue of workbooks: what each is for, and a button that has it made. */
@Route(ReportsNavigation.REPORTS)
@Menu(order = 220, icon = "vaadin:file-table", title = "reports.catalogue.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER, Role.Names.EXECUTIVE})
@StyleSheet("styles/reports.css")
class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String COLUMNS = "columns";

    private final transient ReportService reports;
    private final transient ReportDownloads downloads;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final ReportFilters people;
    private final Div catalogue = new Div();
    private final DownloadList list;
    private final SubscriptionList subscriptions;
    private QueryState query = QueryState.of(new Location(ReportsNavigation.REPORTS));
    private transient ProgressView view = ProgressView.ALL;

    ReportsView(
            ReportService reports,
            ReportDownloads downloads,
            SubscriptionService subscriptions,
            CycleService cycles,
            ProgressService progress,
            SavedViewService savedViews,
            CurrentUser currentUser) {
        this.reports = reports;
        this.downloads = downloads;
        list = new DownloadList(downloads);
        this.subscriptions =
                new SubscriptionList(subscriptions, new ViewChoices(reports, savedViews, currentUser), currentUser);
        addClassName("weft-view");
        picker = new CyclePicker(cycles, currentUser.figuresScope());
        // Another cycle has other cohorts.
        picker.onChosen(cycle -> go(picker.into(query), view.without(ProgressFacet.COHORT)));
        people = new ReportFilters(progress, savedViews, currentUser, changed -> go(query, changed), this::open);
        catalogue.addClassName("weft-reports-catalogue");
        add(
                new ViewHeader(getTranslation("reports.catalogue.title"))
                        .context(getTranslation("reports.catalogue.context")),
                filters.filters(picker, people).onClear(() -> go(query, ProgressView.ALL)),
                catalogue,
                list,
                this.subscriptions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        show();
    }

    private void open(SavedViewRow saved) {
        var cycle = QueryState.of(new Location("?" + saved.query())).getLong(CyclePicker.PARAMETER);
        go(
                cycle.isPresent() ? query.with(CyclePicker.PARAMETER, cycle.getAsLong()) : query,
                ProgressView.of(saved.query()));
    }

    private void go(QueryState next, ProgressView of) {
        query = next;
        for (var facet : ProgressFacet.values()) {
            query = query.with(facet.word(), of.facets().get(facet));
        }
        query = query.with(
                COLUMNS, of.columns().stream().map(ProgressColumn::property).collect(Collectors.joining(",")));
        query.apply(getUI().orElseThrow());
        show();
    }

    private void show() {
        picker.show(query);
        view = people.asked(query.parameters().getQueryString());
        catalogue.removeAll();
        filters.setVisible(picker.cycleId().isPresent());
        if (picker.cycleId().isEmpty()) {
            catalogue.add(new EmptyState(
                    VaadinIcon.FILE_TABLE,
                    getTranslation("reports.insight.noCycle.title"),
                    getTranslation("reports.catalogue.noCycle.text")));
            return;
        }
        people.show(view, picker.cycleId().orElseThrow());
        filters.active(view.facets().size() + (view.columns().isEmpty() ? 0 : 1));
        reports.offered().forEach(kind -> catalogue.add(card(kind)));
        if (people.isVisible()) {
            catalogue.add(roundTrip());
        }
    }

    private Section card(ReportKind kind) {
        var title = new H2(getTranslation("report." + kind.name()));
        var about = new Paragraph(getTranslation("report.about." + kind.name()));
        var formats = new Div();
        formats.addClassName("weft-reports-formats");
        if (view.narrows() && !reports.filterable(kind)) {
            formats.add(new Paragraph(getTranslation("reports.filter.refused.card")));
        } else {
            for (var format : FileFormat.values()) {
                formats.add(download(kind, format));
            }
        }
        formats.add(subscribe(kind, title.getText()));
        var card = new Section(title, about, formats);
        card.addClassNames("weft-reports-panel", "weft-reports-card");
        return card;
    }

    /** No report, but where somebody looks for it who wants to change in Excel what reports show. */
    private Section roundTrip() {
        var edit = new Button(
                getTranslation("reports.edit.open"),
                VaadinIcon.EDIT.create(),
                click -> Links.go(
                        ProgressNavigation.excel(view.filter(picker.cycleId().orElseThrow()))));
        var way = new Div(edit);
        way.addClassName("weft-reports-formats");
        var card = new Section(
                new H2(getTranslation("reports.edit.title")), new Paragraph(getTranslation("reports.edit.text")), way);
        card.addClassNames("weft-reports-panel", "weft-reports-card");
        return card;
    }

    private WorkbookDownload download(ReportKind kind, FileFormat format) {
        var reader = Formats.of(this);
        Supplier<ReportRequest> request = () ->
                new ReportRequest(kind, picker.cycleId().orElseThrow(), format, view, reader.locale(), reader.zone());
        var words = new FormatWords(this);
        var word = words.of(format);
        var download = new WorkbookDownload(word, progress -> reports.create(request.get()))
                .unless(() -> inBackground(request.get()));
        download.setAriaLabel(
                getTranslation("reports.catalogue.format.of", word, getTranslation("report." + kind.name())));
        download.setTooltipText(words.holds(kind, format));
        if (format != FileFormat.XLSX) {
            download.setIcon(null);
            download.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        }
        return download;
    }

    private Button subscribe(ReportKind kind, String name) {
        var button = new Button(getTranslation("reports.subscription.add"), click -> subscriptions.add(kind, view));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("reports.subscription.of", button.getText(), name));
        return button;
    }

    /** Whether it is so large that it is made in the background; then the reader is told where it will be. */
    private boolean inBackground(ReportRequest request) {
        var asked = downloads.ask(request);
        asked.ifPresent(report -> {
            list.refresh();
            Notifications.success(
                    report.again()
                            ? getTranslation("reports.download.again")
                            : getTranslation(
                                    "reports.download.asked", Formats.of(this).number(report.rows())),
                    getTranslation("reports.download.show"),
                    list::scrollIntoView);
        });
        return asked.isPresent();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.catalogue.title");
    }
}
