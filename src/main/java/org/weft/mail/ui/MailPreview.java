package org.weft.mail.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.IFrame.SandboxType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import org.weft.mail.ProgressPicture;

/**
 * A mail as its reader gets it, both parts. The HTML stands in a frame that may do nothing: no scripts, no forms, no
 * navigation, an origin of its own.
 */
public class MailPreview extends TabSheet {

    private static final String DARK_READERS = "@media (prefers-color-scheme: dark)";

    /** How wide the reader's window is. */
    private enum Width {
        DESKTOP,
        PHONE
    }

    /** Which colours the reader's mail program has. */
    private enum Colours {
        LIGHT,
        DARK
    }

    private final IFrame html = new IFrame();
    private final Pre text = plain();
    private final Div look = new Div(html);
    private final RadioButtonGroup<Width> width = new RadioButtonGroup<>();
    private final RadioButtonGroup<Colours> colours = new RadioButtonGroup<>();
    private String document = "";

    public MailPreview() {
        addClassName("weft-mail-preview");
        look.addClassName("weft-mail-preview-look");
        html.addClassName("weft-mail-preview-html");
        html.setSandbox(SandboxType.RESTRICT_ALL);
        html.setTitle(getTranslation("mail.preview.frame"));
        add(getTranslation("mail.preview.html"), look);
        add(getTranslation("mail.preview.text"), text);
    }

    /** Lets one see the mail as on a phone, and in dark colours; else it has the width there is and the portal's colours. */
    public MailPreview withSwitches() {
        width.setItems(Width.values());
        width.setAriaLabel(getTranslation("mail.preview.width"));
        width.setItemLabelGenerator(one -> getTranslation("mail.preview.width." + one.name()));
        width.setValue(Width.DESKTOP);
        width.addValueChangeListener(
                event -> look.setClassName("weft-mail-preview-phone", event.getValue() == Width.PHONE));
        colours.setItems(Colours.values());
        colours.setAriaLabel(getTranslation("mail.preview.colours"));
        colours.setItemLabelGenerator(one -> getTranslation("mail.preview.colours." + one.name()));
        colours.setValue(Colours.LIGHT);
        colours.addValueChangeListener(event -> show());
        var switches = new Div(width, colours);
        switches.addClassName("weft-mail-preview-switches");
        look.addComponentAsFirst(switches);
        return this;
    }

    private static Pre plain() {
        var words = new Pre();
        words.addClassName("weft-mail-preview-text");
        words.getElement().setAttribute("tabindex", "0");
        return words;
    }

    /**
     * Adds the whole of it with its headers, as it goes over the line.
     *
     * @param today whether the sender in it is today's, and not one that was used
     */
    void showSource(String source, boolean today) {
        var words = plain();
        words.setText(source);
        var whole = new Div(words);
        if (today) {
            var note = new Paragraph(getTranslation("mail.preview.source.today"));
            note.addClassName("weft-mail-preview-note");
            whole.addComponentAsFirst(note);
        }
        add(getTranslation("mail.preview.source"), whole);
    }

    /** @param document a whole HTML document */
    public void show(String document, String plain) {
        this.document = document;
        show();
        text.setText(plain);
    }

    private void show() {
        // A click on a link asks for a new window, which the sandbox forbids: the mail stays in its frame.
        html.setSrcdoc(ProgressPicture.embedded(coloured(document))
                .replaceFirst("(?i)<head>", "<head><base target=\"_blank\">"));
    }

    /** Answers for the mail program what it would be asked: not every browser asks the frame's own colours. */
    private String coloured(String mail) {
        var chosen = colours.getValue();
        if (chosen == null) {
            return mail;
        }
        var dark = chosen == Colours.DARK;
        return mail.replace(DARK_READERS, dark ? "@media all" : "@media not all")
                .replace("color-scheme: light dark", dark ? "color-scheme: dark" : "color-scheme: light")
                .replace("content=\"light dark\"", dark ? "content=\"dark\"" : "content=\"light\"");
    }
}
