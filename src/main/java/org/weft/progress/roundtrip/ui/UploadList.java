package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.progress.roundtrip.EditUpload;
import org.weft.progress.roundtrip.EditUploads;

/** The reader's own files that came back, and what became of them. */
class UploadList extends Section {

    private final transient EditUploads uploads;
    private final transient Formats formats = Formats.of(this);
    private final Div list = new Div();

    UploadList(EditUploads uploads) {
        this.uploads = uploads;
        var title = new H2(getTranslation("progress.excel.files"));
        title.setId("weft-excel-files");
        getElement().setAttribute("aria-labelledby", "weft-excel-files");
        list.getElement().setAttribute("role", "list");
        addClassName("weft-excel-files");
        add(title, list);
        show();
    }

    private void show() {
        var files = uploads.list();
        list.removeAll();
        files.forEach(file -> list.add(card(file)));
        setVisible(!files.isEmpty());
    }

    private Div card(EditUpload file) {
        var name = new Anchor(UploadView.address(file.id()), file.fileName());
        name.getElement().setAttribute("router-link", true);
        var detail = new Span(getTranslation(
                "progress.excel.files.detail",
                file.rows(),
                formats.dateTime(file.createdAt()),
                formats.dateTime(file.expiresAt())));
        detail.addClassNames("weft-sub", "weft-numbers");
        var words = new Div(new Div(name, badge(file)), detail);
        words.addClassName("weft-excel-file-words");
        var discard = new Button(
                getTranslation("progress.excel.discard"),
                event -> Errors.run(() -> {
                    uploads.discard(file.id());
                    show();
                }));
        discard.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        discard.setAriaLabel(getTranslation("progress.excel.discard.of", file.fileName()));
        discard.setVisible(!file.applied());
        var card = new Div(words, discard);
        card.addClassName("weft-excel-file");
        card.getElement().setAttribute("role", "listitem");
        return card;
    }

    private StatusBadge badge(EditUpload file) {
        if (file.applied()) {
            return badge(Tone.GREEN, "applied", file.counts().changes());
        }
        if (file.problems() > 0) {
            return badge(Tone.RED, "problems", file.problems());
        }
        if (file.counts().undecided() > 0) {
            return badge(Tone.AMBER, "conflicts", file.counts().undecided());
        }
        return file.ready() ? badge(Tone.BLUE, "ready", file.counts().changes()) : badge(Tone.GREY, "nothing", 0);
    }

    private StatusBadge badge(Tone tone, String state, int count) {
        return new StatusBadge(tone, getTranslation("progress.excel.state." + state, count));
    }
}
