package org.weft.people.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weft.access.Role;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.ViewHeader;
import org.weft.people.AddressService;
import org.weft.people.imports.ColumnMapping;
import org.weft.people.imports.ImportCounts;
import org.weft.people.imports.ImportFile;
import org.weft.people.imports.ImportOptions;
import org.weft.people.imports.ImportPreview;
import org.weft.people.imports.ImportRows;
import org.weft.people.imports.ImportService;

/** Brings people from a file into the directory, in three steps: the file, its columns, what it would change. */
@Route("people/import")
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/people.css")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ImportService imports;
    private final transient AddressService addresses;
    private final transient ProblemWorkbook problems;
    private final ImportSteps steps = new ImportSteps(this::back);
    private final Div content = new Div();
    private final UploadStep upload;
    private @Nullable MappingStep mapping;

    ImportView(ImportService imports, AddressService addresses, ProblemWorkbook problems) {
        this.imports = imports;
        this.addresses = addresses;
        this.problems = problems;
        addClassNames("weft-view", "weft-people-import");
        content.addClassName("weft-people-import-content");
        upload = new UploadStep(imports.maxMegabytes(), (path, name) -> open(path, name, null));
        var people = new Anchor(PeopleNavigation.people(), getTranslation("people.list.title"));
        people.getElement().setAttribute("router-link", true);
        var header = new ViewHeader(getTranslation("people.import.title"))
                .context(getTranslation("people.import.context"))
                .before(people);
        add(header, steps, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        back(0);
    }

    private void back(int step) {
        if (step == 0 || mapping == null) {
            mapping = null;
            upload.reset();
            show(0, upload);
        } else {
            show(1, mapping);
        }
    }

    private void show(int step, com.vaadin.flow.component.Component component) {
        content.removeAll();
        content.add(component);
        steps.at(step);
    }

    private void open(Path path, String name, @Nullable String sheet) {
        LongTask.run(
                getTranslation("people.import.reading", name),
                progress -> imports.open(path, name, sheet),
                this::map,
                failure -> {
                    Errors.show(failure);
                    upload.clear();
                });
    }

    private void map(ImportFile file) {
        mapping = new MappingStep(
                file, sheet -> open(file.path(), file.name(), sheet), columns -> read(file, columns), () -> back(0));
        show(1, mapping);
    }

    private void read(ImportFile file, ColumnMapping columns) {
        LongTask.run(
                getTranslation("people.import.reading", file.name()),
                progress -> {
                    var rows = imports.read(file, columns, progress::at);
                    return imports.preview(rows, ImportOptions.DEFAULT);
                },
                this::preview,
                this::refused);
    }

    private void refused(Throwable failure) {
        if (mapping == null || !mapping.refused(failure)) {
            Errors.show(failure);
        }
    }

    /** Dates that may be two different days go back to whoever mapped them, before anything else is looked at. */
    private void preview(ImportPreview preview) {
        if (mapping != null && mapping.asksFor(preview.rows())) {
            return;
        }
        show(2, new PreviewStep(preview, problems, this::again, this::apply, () -> back(1)));
    }

    private void again(ImportRows rows, ImportOptions options) {
        LongTask.run(
                getTranslation("people.import.comparing"),
                progress -> imports.preview(rows, options),
                fresh -> show(2, new PreviewStep(fresh, problems, this::again, this::apply, () -> back(1))));
    }

    private void apply(ImportPreview shown) {
        LongTask.run(
                getTranslation("people.import.applying", total(shown.counts())),
                progress -> imports.apply(shown, progress::at),
                counts -> done(shown, counts),
                failure -> {
                    if (failure instanceof StaleEditException) {
                        Notifications.warn(getTranslation("people.import.stale"));
                        again(shown.rows(), shown.options());
                    } else {
                        Errors.show(failure);
                    }
                });
    }

    private void done(ImportPreview applied, ImportCounts counts) {
        mapping = null;
        upload.reset();
        show(3, new ImportResultPanel(applied, counts, addresses.without(), problems, () -> back(0)));
    }

    static int total(ImportCounts counts) {
        return counts.added() + counts.changed() + counts.deactivated();
    }

    /** The file holds more than what is kept; it does not outlive the page. */
    @Override
    protected void onDetach(DetachEvent event) {
        upload.reset();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.import.title");
    }
}
