package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A filter that is set, "Level: Front line". The cross takes it out. */
public class FilterChip extends Div {

    /** @param name what is told apart by it, "Level" */
    public FilterChip(String name, String value, Runnable remove) {
        this(new Span(), name, value, remove);
    }

    /** @param what shows what is set, and may open to another value */
    protected <C extends Component & HasText> FilterChip(C what, String name, String value, Runnable remove) {
        addClassName("weft-filter-chip");
        var words = getTranslation("base.filter.set", name, value);
        what.setText(words);
        what.getElement().setAttribute("title", words);
        what.addClassName("weft-filter-chip-words");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.run());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassName("weft-filter-chip-close");
        close.setAriaLabel(getTranslation("base.filter.remove", name));
        add(what, close);
    }
}
