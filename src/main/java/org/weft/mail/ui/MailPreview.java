package org.weft.mail.ui;

import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.IFrame.SandboxType;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;

/**
 * A mail as its reader gets it, both parts. The HTML stands in a frame that may do nothing: no scripts, no forms, no
 * navigation, an origin of its own.
 */
public class MailPreview extends TabSheet {

    private final IFrame html = new IFrame();
    private final Pre text = plain();

    public MailPreview() {
        addClassName("weft-mail-preview");
        html.addClassName("weft-mail-preview-html");
        html.setSandbox(SandboxType.RESTRICT_ALL);
        html.setTitle(getTranslation("mail.preview.frame"));
        add(getTranslation("mail.preview.html"), html);
        add(getTranslation("mail.preview.text"), text);
    }

    private static Pre plain() {
        var words = new Pre();
        words.addClassName("weft-mail-preview-text");
        words.getElement().setAttribute("tabindex", "0");
        return words;
    }

    /** Adds the whole of it with its headers, as it goes over the line. */
    void showSource(String source) {
        var words = plain();
        words.setText(source);
        add(getTranslation("mail.preview.source"), words);
    }

    /** @param document a whole HTML document */
    public void show(String document, String plain) {
        // A click on a link asks for a new window, which the sandbox forbids: the mail stays in its frame.
        html.setSrcdoc(document.replaceFirst("(?i)<head>", "<head><base target=\"_blank\">"));
        text.setText(plain);
    }
}
