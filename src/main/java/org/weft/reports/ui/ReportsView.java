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
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;
import org.weft.reports.downloads.ReportDownloads;
import org.weft.reports.subscriptions.SubscriptionService;
import org.weft.workbook.ui.WorkbookDownload;

/** The catalogue of workbooks: what each is for, and a button that has it made. */
@Route(ReportsNavigation.REPORTS)
@Menu(order = 220, icon = "vaadin:file-table", title = "reports.catalogue.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER, Role.Names.EXECUTIVE})
@StyleSheet("styles/reports.css")
class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ReportService reports;
    private final transient ReportDownloads downloads;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final Div catalogue = new Div();
    private final DownloadList list;
    private final SubscriptionList subscriptions;
    private QueryState query = QueryState.of(new Location(ReportsNavigation.REPORTS));

    ReportsView(
            ReportService reports,
            ReportDownloads downloads,
            SubscriptionService subscriptions,
            CycleService cycles,
            CurrentUser currentUser) {
        this.reports = reports;
        this.downloads = downloads;
        list = new DownloadList(downloads);
        this.subscriptions = new SubscriptionList(subscriptions, currentUser);
        addClassName("weft-view");
        picker = new CyclePicker(cycles, currentUser.figuresScope());
        picker.onChosen(cycle -> {
            query = picker.into(query);
            query.apply(getUI().orElseThrow());
        });
        catalogue.addClassName("weft-reports-catalogue");
        add(
                new ViewHeader(getTranslation("reports.catalogue.title"))
                        .context(getTranslation("reports.catalogue.context")),
                filters.filters(picker),
                catalogue,
                list,
                this.subscriptions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        picker.show(query);
        catalogue.removeAll();
        filters.setVisible(picker.cycleId().isPresent());
        if (picker.cycleId().isEmpty()) {
            catalogue.add(new EmptyState(
                    VaadinIcon.FILE_TABLE,
                    getTranslation("reports.insight.noCycle.title"),
                    getTranslation("reports.catalogue.noCycle.text")));
            return;
        }
        reports.offered().forEach(kind -> catalogue.add(card(kind)));
    }

    private Section card(ReportKind kind) {
        var title = new H2(getTranslation("report." + kind.name()));
        var about = new Paragraph(getTranslation("report.about." + kind.name()));
        var formats = Formats.of(this);
        Supplier<ReportRequest> request =
                () -> new ReportRequest(kind, picker.cycleId().orElseThrow(), formats.locale(), formats.zone());
        var download = new WorkbookDownload(
                        getTranslation("reports.catalogue.download"), progress -> reports.create(request.get()))
                .unless(() -> inBackground(request.get()));
        download.setAriaLabel(getTranslation("reports.catalogue.download.of", title.getText()));
        var card = new Section(title, about, new Div(download, subscribe(kind, title.getText())));
        card.addClassNames("weft-reports-panel", "weft-reports-card");
        return card;
    }

    private Button subscribe(ReportKind kind, String name) {
        var button = new Button(getTranslation("reports.subscription.add"), click -> subscriptions.add(kind));
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
