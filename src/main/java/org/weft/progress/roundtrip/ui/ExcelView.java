package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.FileUpload;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.progress.roundtrip.EditRequest;
import org.weft.progress.roundtrip.EditUploads;
import org.weft.progress.roundtrip.EditWorkbook;
import org.weft.progress.ui.FacetWords;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.workbook.ui.WorkbookDownload;

/** The objectives of those the address asks for go out into a workbook here; edited ones come back. */
@Route(ProgressNavigation.EXCEL)
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/roundtrip.css")
class ExcelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient EditWorkbook workbook;
    private final transient EditUploads uploads;
    private final transient ProgressService progress;
    private final transient CycleService cycles;
    private final transient CurrentUser currentUser;
    private final transient FacetWords words = new FacetWords(this);
    private final ViewHeader header = new ViewHeader(getTranslation("progress.excel.title"));
    private final FileUpload upload;

    ExcelView(
            EditWorkbook workbook,
            EditUploads uploads,
            ProgressService progress,
            CycleService cycles,
            CurrentUser currentUser) {
        this.workbook = workbook;
        this.uploads = uploads;
        this.progress = progress;
        this.cycles = cycles;
        this.currentUser = currentUser;
        upload = new FileUpload(uploads.maxMegabytes(), this::read);
        addClassNames("weft-view", "weft-excel");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        upload.reset();
        add(header);
        var asked = ProgressNavigation.filter(event.getLocation());
        var cycle = CycleOption.choose(cycles.options(currentUser.scope()), asked.cycleId());
        if (cycle.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.FILE_TABLE,
                    getTranslation("progress.excel.noCycle"),
                    getTranslation("progress.excel.noCycle.text")));
            return;
        }
        var filter = new ProgressFilter(cycle.get().id(), asked.values());
        var back = new Anchor(ProgressNavigation.list(filter), getTranslation("progress.title"));
        back.getElement().setAttribute("router-link", true);
        header.before(back);
        header.context(getTranslation(
                "progress.excel.context",
                cycle.get().label(),
                Formats.of(this).range(cycle.get().startsOn(), cycle.get().endsOn())));
        var ways = new Div(out(cycle.get(), filter), in());
        ways.addClassName("weft-excel-ways");
        add(ways, new UploadList(uploads));
    }

    private Section out(CycleOption cycle, ProgressFilter filter) {
        var scope = currentUser.scope();
        var people = progress.matching(scope, filter);
        var filters = words.of(filter, progress.names(scope, filter));
        var formats = Formats.of(this);
        var request =
                new EditRequest(scope, cycle, filter, filters, ProgressSort.DEFAULT, formats.locale(), formats.zone());
        var whom = new Paragraph(getTranslation("progress.excel.out.people", people));
        whom.addClassNames("weft-excel-whom", "weft-numbers");
        var section = section("progress.excel.out", new Paragraph(getTranslation("progress.excel.out.text")), whom);
        if (!filters.isEmpty()) {
            section.add(new Paragraph(new Span(said(filters))));
        }
        var download = new WorkbookDownload(
                getTranslation("progress.excel.out.download"), task -> workbook.write(request, task::at));
        download.addClassName("weft-excel-download");
        download.setEnabled(people > 0);
        section.add(download, facts("progress.excel.out.fact.edit", "progress.excel.out.fact.filter"));
        return section;
    }

    private static String said(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(" · "));
    }

    private Section in() {
        return section(
                "progress.excel.in",
                new Paragraph(getTranslation("progress.excel.in.text")),
                upload,
                facts("progress.excel.in.fact.preview", "progress.excel.in.fact.rows", "progress.excel.in.fact.kept"));
    }

    private Section section(String key, com.vaadin.flow.component.Component... content) {
        var section = new Section(new H2(getTranslation(key)));
        section.add(content);
        section.addClassName("weft-excel-way");
        return section;
    }

    private UnorderedList facts(String... keys) {
        var facts = new UnorderedList();
        for (var key : keys) {
            facts.add(new ListItem(getTranslation(key, uploads.maxMegabytes(), uploads.days())));
        }
        return facts;
    }

    private void read(Path path, String name) {
        var scope = currentUser.scope();
        LongTask.run(
                getTranslation("progress.excel.reading", name),
                task -> uploads.upload(scope, path, name, task::at),
                id -> {
                    upload.reset();
                    Links.go(UploadView.address(id));
                },
                failure -> {
                    Errors.show(failure);
                    upload.reset();
                });
    }

    /** What the file says that is new is kept by then; the file need not be. */
    @Override
    protected void onDetach(DetachEvent event) {
        upload.reset();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("progress.excel.title");
    }
}
