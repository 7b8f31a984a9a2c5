package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Scope;
import org.weft.base.ui.Links;
import org.weft.base.ui.MoreMenu;
import org.weft.programs.CohortService;
import org.weft.programs.Participants;
import org.weft.programs.ProgramService;
import org.weft.testing.ViewTest;

/** What the tests of this feature's views have in common. */
abstract class PlanViewTest extends ViewTest {

    static final Scope ALL = new Scope.Everybody();

    @Autowired
    ProgramService programs;

    @Autowired
    CohortService cohorts;

    @Autowired
    Participants participants;

    void open(String path) {
        Links.go(path);
    }

    String viewName() {
        return getCurrentView().getClass().getSimpleName();
    }

    /** Clicks the visible button with this text; in the dialog on top, where there is one. */
    void click(String text) {
        var found = $(Button.class).withText(text).all();
        test(found.getLast()).click();
    }

    boolean offers(String text) {
        return $(Button.class).withText(text).exists();
    }

    void clickMenu(String text) {
        var menu = test($(MoreMenu.class).single().menu());
        menu.open();
        menu.clickItem(text);
    }

    TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    DatePicker date(String label) {
        return $(DatePicker.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    boolean dialogIsOpen() {
        return $(Dialog.class).all().stream().anyMatch(Dialog::isOpened);
    }

    /** All text that is in sight below a component. */
    static String text(Component component) {
        return component.isVisible() ? component.getElement().getTextRecursively() : "";
    }

    String page() {
        return text((Component) getCurrentView());
    }

    List<String> titles() {
        return $(PlanCard.class).all().stream()
                .map(card -> $(Anchor.class, card).first().getText())
                .toList();
    }
}
