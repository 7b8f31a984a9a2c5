package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;

/** Takes holidays from an .ics file, for a location or for everywhere. */
class HolidayFileDialog extends Dialog {

    /** Years of a country's holidays fit into a hundredth of it. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** Takes a file's holidays for a location. */
    @FunctionalInterface
    interface Taking {
        void take(@Nullable String location, InputStream file);
    }

    private final LocationField location;
    private final Upload upload;
    private final transient Taking taking;

    HolidayFileDialog(List<String> locations, Taking taking) {
        this.taking = taking;
        location = new LocationField(locations, "reminders.holidays.everywhere");
        location.setWidthFull();
        upload = new Upload(UploadHandler.inMemory((about, bytes) -> arrived(bytes)));
        setHeaderTitle(getTranslation("reminders.holidays.import"));
        setWidth("28rem");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".ics", ".ical");
        upload.setUploadButton(new Button(getTranslation("reminders.holidays.choose"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(getTranslation("reminders.holidays.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> Notifications.error(event.getErrorMessage()));
        var content = new Div(new Paragraph(getTranslation("reminders.holidays.import.text")), location, upload);
        content.addClassName("weft-holiday-file");
        add(content);
        getFooter().add(new Button(getTranslation("base.close"), click -> close()));
    }

    private UploadI18N words() {
        var wrong = getTranslation("reminders.holiday.error.file");
        var failed = getTranslation("reminders.holidays.failed");
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(wrong)
                        .setIncorrectFileType(wrong)
                        .setTooManyFiles(wrong))
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)));
    }

    /** What the file is refused for is told, and another one may be chosen. */
    void arrived(byte[] bytes) {
        if (Errors.run(() -> taking.take(location.getValue(), new ByteArrayInputStream(bytes)))) {
            close();
        } else {
            upload.clearFileList();
        }
    }
}
