package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.ViewHeader;
import org.weft.progress.roundtrip.EditUpload;
import org.weft.progress.roundtrip.EditUploads;
import org.weft.progress.roundtrip.ProblemBook;
import org.weft.progress.ui.ProgressNavigation;

/** A file that came back: its problems, or what it would change and where that was changed in Weft as well, or did. */
@Route(ProgressNavigation.EXCEL + "/:uploadId([0-9]{1,18})")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/roundtrip.css")
class UploadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient EditUploads uploads;
    private final transient ProblemBook problems;
    private final transient CurrentUser currentUser;
    private final ViewHeader header = new ViewHeader("");
    private final Div content = new Div();
    private long id;

    UploadView(EditUploads uploads, ProblemBook problems, CurrentUser currentUser) {
        this.uploads = uploads;
        this.problems = problems;
        this.currentUser = currentUser;
        addClassNames("weft-view", "weft-excel");
        content.addClassName("weft-excel-content");
        var back = new Anchor(ProgressNavigation.EXCEL, getTranslation("progress.excel.title"));
        back.getElement().setAttribute("router-link", true);
        header.before(back);
        add(header, content);
    }

    static String address(long id) {
        return ProgressNavigation.EXCEL + "/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().getLong("uploadId").orElseThrow();
        header.title(getTranslation("progress.excel.title"));
        look();
    }

    private void look() {
        var scope = currentUser.scope();
        LongTask.run(
                getTranslation("progress.excel.comparing"), task -> uploads.look(scope, id), this::show, this::failed);
    }

    private void failed(Throwable failure) {
        if (failure instanceof NotFoundException) {
            gone();
        } else {
            Errors.show(failure);
        }
    }

    private void gone() {
        var again = new Anchor(ProgressNavigation.EXCEL, getTranslation("progress.excel.lost.again"));
        again.getElement().setAttribute("router-link", true);
        content.removeAll();
        content.add(new EmptyState(
                VaadinIcon.FILE_REMOVE,
                getTranslation("progress.excel.lost"),
                getTranslation("progress.excel.lost.text", uploads.days()),
                again));
    }

    private void show(EditUpload upload) {
        var scope = currentUser.scope();
        var cycle = uploads.cycle(scope, upload.cycleId());
        header.title(upload.fileName());
        header.context(getTranslation(
                "progress.excel.file.context",
                cycle == null ? Formats.NOTHING : cycle.label(),
                upload.rows(),
                upload.untouched(),
                Formats.of(this).dateTime(upload.expiresAt())));
        content.removeAll();
        if (upload.problems() > 0) {
            content.add(new ProblemPanel(uploads, problems, upload, this::discard));
        } else if (upload.applied()) {
            content.add(new AppliedPanel(uploads, scope, upload));
        } else {
            content.add(new PreviewPanel(uploads, scope, upload, this::apply, this::discard));
        }
    }

    private void apply(EditUpload shown) {
        var scope = currentUser.scope();
        LongTask.run(
                getTranslation("progress.excel.applying", shown.counts().changes()),
                task -> uploads.apply(scope, id, task::at),
                this::show,
                failure -> {
                    if (failure instanceof StaleEditException) {
                        Notifications.warn(getTranslation("progress.excel.stale"));
                        look();
                    } else {
                        failed(failure);
                    }
                });
    }

    private void discard() {
        Errors.run(() -> {
            uploads.discard(id);
            Links.go(ProgressNavigation.EXCEL);
            Notifications.success(getTranslation("progress.excel.discarded"));
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("progress.excel.title");
    }
}
