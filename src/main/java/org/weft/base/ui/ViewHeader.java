package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of every page: the title, one line of context below it, and what can be done at the right. */
public class ViewHeader extends Header {

    private final H1 title;
    private final Paragraph context = new Paragraph();
    private final Div before = new Div();
    private final Div actions = new Div();

    public ViewHeader(String title) {
        this.title = new H1(title);
        addClassName("weft-view-header");
        before.addClassName("weft-view-header-before");
        before.setVisible(false);
        context.addClassName("weft-view-header-context");
        context.setVisible(false);
        actions.addClassName("weft-view-header-actions");
        actions.setVisible(false);
        var words = new Div(before, this.title, context);
        words.addClassName("weft-view-header-words");
        add(words, actions);
    }

    public ViewHeader title(String text) {
        title.setText(text);
        return this;
    }

    /** One line that says what the page is about just now: cycle, scope, "as of". */
    public ViewHeader context(String text) {
        context.setText(text);
        context.setVisible(!text.isBlank());
        return this;
    }

    /** What stands above the title, as a rule the way back to the list this page belongs to. */
    public ViewHeader before(Component... components) {
        before.removeAll();
        before.add(components);
        before.setVisible(components.length > 0);
        return this;
    }

    /** The one thing this page is for. It stands last, in the brand's colour; a second call adds nothing to a page. */
    public ViewHeader primary(Component action) {
        action.addClassName("weft-primary");
        action.getElement().getThemeList().add("primary");
        actions.add(action);
        actions.setVisible(true);
        return this;
    }

    /** Everything else that can be done. Stands before the primary action, whenever it is added. */
    public ViewHeader actions(Component... more) {
        var at = (int) actions.getChildren()
                .filter(child -> !child.hasClassName("weft-primary"))
                .count();
        for (var action : more) {
            actions.addComponentAtIndex(at++, action);
        }
        actions.setVisible(true);
        return this;
    }
}
