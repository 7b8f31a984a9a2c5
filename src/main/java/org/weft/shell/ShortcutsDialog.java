package org.weft.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;

/** Lists the keys that work everywhere. */
class ShortcutsDialog extends Dialog {

    ShortcutsDialog() {
        addClassName("weft-shortcuts");
        setHeaderTitle(getTranslation("shell.shortcuts"));
        var list = new DescriptionList();
        row(list, getTranslation("shell.shortcuts.search"), "/");
        row(list, getTranslation("shell.shortcuts.help"), "?");
        row(list, getTranslation("shell.shortcuts.close"), "Esc");
        row(list, getTranslation("shell.shortcuts.rows"), "↑", "↓");
        row(list, getTranslation("shell.shortcuts.mark"), getTranslation("shell.shortcuts.space"));
        row(list, getTranslation("shell.shortcuts.open"), getTranslation("shell.shortcuts.enter"));
        row(list, getTranslation("shell.shortcuts.cell"), getTranslation("shell.shortcuts.enter"));
        row(list, getTranslation("shell.shortcuts.people"), "j", "k");
        row(list, getTranslation("shell.shortcuts.skip"), "Tab");
        add(list);
        var close = new Button(getTranslation("base.close"), event -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private static void row(DescriptionList list, String what, String... keys) {
        var term = new Term();
        for (var key : keys) {
            var cap = new Span(key);
            cap.addClassName("weft-key");
            term.add(cap);
        }
        list.add(term, new Description(what));
    }
}
