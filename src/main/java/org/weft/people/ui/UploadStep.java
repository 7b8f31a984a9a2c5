package org.weft.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.weft.base.ui.FileUpload;

/** The first step: choose the file. */
class UploadStep extends Div {

    private final FileUpload upload;

    /** @param arrived gets the file and the name it had */
    UploadStep(int maxMegabytes, BiConsumer<Path, String> arrived) {
        addClassName("weft-people-upload");
        upload = new FileUpload(maxMegabytes, arrived);
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

    /** Ready for another file, the one before still there. */
    void clear() {
        upload.clear();
    }

    /** Ready for another file; the one before is deleted. */
    void reset() {
        upload.reset();
    }
}
