package org.weft.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Takes one file with a table in it, CSV or Excel, into a temporary one, by a button or dropped. */
public class FileUpload extends Composite<Upload> {

    private static final long MEGABYTE = 1024L * 1024;

    private final UploadedFile file;
    private final Upload upload;

    /** @param arrived gets the file and the name it had; the file stays until {@link #reset} */
    public FileUpload(int maxMegabytes, BiConsumer<Path, String> arrived) {
        file = new UploadedFile(maxMegabytes * MEGABYTE);
        upload = new Upload(file);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, maxMegabytes * MEGABYTE));
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".xlsx", ".xlsm");
        upload.setI18n(words(maxMegabytes));
        var choose = new Button(getTranslation("base.upload.choose"), VaadinIcon.UPLOAD_ALT.create());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("base.upload.drop")));
        upload.addFileRejectedListener(event -> Notifications.error(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> {
            var taken = file.taken();
            if (taken != null) {
                arrived.accept(taken.path(), taken.name());
            }
        });
    }

    @Override
    protected Upload initContent() {
        return upload;
    }

    private UploadI18N words(int maxMegabytes) {
        var error = new UploadI18N.Error()
                .setFileIsTooBig(getTranslation("base.upload.tooBig", maxMegabytes))
                .setIncorrectFileType(getTranslation("base.upload.wrongType"))
                .setTooManyFiles(getTranslation("base.upload.oneFile"));
        var status = new UploadI18N.Uploading.Status()
                .setConnecting(getTranslation("base.upload.sending"))
                .setStalled(getTranslation("base.upload.stalled"))
                .setProcessing(getTranslation("base.upload.sending"));
        var failed = new UploadI18N.Uploading.Error()
                .setServerUnavailable(getTranslation("base.upload.failed"))
                .setUnexpectedServerError(getTranslation("base.upload.failed"))
                .setForbidden(getTranslation("base.upload.failed"));
        return new UploadI18N()
                .setError(error)
                .setUploading(new UploadI18N.Uploading().setStatus(status).setError(failed));
    }

    /** Ready for another file, the one before still there. */
    public void clear() {
        upload.clearFileList();
    }

    /** Ready for another file; the one before is deleted. */
    public void reset() {
        file.discard();
        upload.clearFileList();
    }
}
