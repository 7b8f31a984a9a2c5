package org.weft.workbook.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Errors;
import org.weft.base.ui.LongTask;
import org.weft.workbook.WorkbookFile;

/**
 * A button that has a workbook made and then hands it to the browser. The making comes first, with a progress dialog
 * where it takes its time: so what goes wrong is said in words, instead of a download that breaks off.
 */
public class WorkbookDownload extends Button {

    private final transient LongTask.Work<WorkbookFile> work;
    private transient BooleanSupplier seenTo = () -> false;
    private final Anchor link = new Anchor();
    private final transient AtomicReference<@Nullable WorkbookFile> ready = new AtomicReference<>();

    /**
     * @param work makes the workbook, on a thread of its own and on behalf of the signed-in account; may say how far it is
     */
    public WorkbookDownload(String label, LongTask.Work<WorkbookFile> work) {
        super(label, VaadinIcon.DOWNLOAD_ALT.create());
        this.work = work;
        link.setHref(DownloadHandler.fromInputStream(this::respond));
        link.getElement().setAttribute("download", true);
        // A link inside the button would be pressed with it; it need not be in the page to be followed.
        getElement().appendVirtualChild(link.getElement());
        addClickListener(event -> Errors.run(this::start));
    }

    /** @param seenTo asked at each press, before anything is made: true where it was seen to in another way */
    public WorkbookDownload unless(BooleanSupplier seenTo) {
        this.seenTo = seenTo;
        return this;
    }

    private void start() {
        if (!seenTo.getAsBoolean()) {
            LongTask.run(getTranslation("workbook.ui.preparing"), work, this::hand);
        }
    }

    private void hand(WorkbookFile file) {
        if (!isAttached()) {
            file.close();
            return;
        }
        discard(ready.getAndSet(file));
        link.getElement().executeJs("this.click()");
    }

    private DownloadResponse respond(DownloadEvent event) throws IOException {
        var file = ready.getAndSet(null);
        return file == null
                ? DownloadResponse.error(HttpStatusCode.NOT_FOUND)
                : new DownloadResponse(file.open(), file.name(), file.format().contentType(), file.size());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        discard(ready.getAndSet(null));
    }

    private static void discard(@Nullable WorkbookFile file) {
        if (file != null) {
            file.close();
        }
    }
}
