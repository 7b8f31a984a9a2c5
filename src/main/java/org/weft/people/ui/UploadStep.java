package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.weft.base.ui.Notifications;

/** The first step: choose the file. */
class UploadStep extends Div {

    private static final long MEGABYTE = 1024L * 1024;

    private final UploadedFile file;
    private final Upload upload;

    /** @param arrived gets the file and the name it had */
    UploadStep(int maxMegabytes, BiConsumer<Path, String> arrived) {
        addClassName("weft-people-upload");
        file = new UploadedFile(maxMegabytes * MEGABYTE);
        upload = new Upload(file);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, maxMegabytes * MEGABYTE));
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".xlsx", ".xlsm");
        upload.setI18n(words(maxMegabytes));
        var choose = new Button(getTranslation("people.import.choose"), VaadinIcon.UPLOAD_ALT.create());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("people.import.drop")));
        upload.addFileRejectedListener(event -> Notifications.error(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> {
            var taken = file.taken();
            if (taken != null) {
                arrived.accept(taken.path(), taken.name());
            }
        });
        var facts = new UnorderedList();
        for (var key : List.of(
                "people.import.fact.formats",
                "people.import.fact.columns",
                "people.import.fact.private",
                "people.import.fact.preview")) {
            facts.add(new ListItem(getTranslation(key, maxMegabytes)));
        }
        var about = new Div(new H2(getTranslation("people.import.about")), facts);
        about.addClassName("weft-people-upload-about");
        var lead = new Paragraph(getTranslation("people.import.lead"));
        add(new Div(lead, upload), about);
    }

    private UploadI18N words(int maxMegabytes) {
        var error = new UploadI18N.Error()
                .setFileIsTooBig(getTranslation("people.import.tooBig", maxMegabytes))
                .setIncorrectFileType(getTranslation("people.import.wrongType"))
                .setTooManyFiles(getTranslation("people.import.oneFile"));
        var status = new UploadI18N.Uploading.Status()
                .setConnecting(getTranslation("people.import.sending"))
                .setStalled(getTranslation("people.import.stalled"))
                .setProcessing(getTranslation("people.import.sending"));
        var failed = new UploadI18N.Uploading.Error()
                .setServerUnavailable(getTranslation("people.import.failed"))
                .setUnexpectedServerError(getTranslation("people.import.failed"))
                .setForbidden(getTranslation("people.import.failed"));
        return new UploadI18N()
                .setError(error)
                .setUploading(new UploadI18N.Uploading().setStatus(status).setError(failed));
    }

    /** Ready for another file, the one before still there. */
    void clear() {
        upload.clearFileList();
    }

    /** Ready for another file; the one before is deleted. */
    void reset() {
        file.discard();
        upload.clearFileList();
    }
}
