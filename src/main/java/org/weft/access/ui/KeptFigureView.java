package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.weft.access.KeptFigureRow;
import org.weft.access.KeptFigureService;
import org.weft.access.Role;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.Tone;
import org.weft.base.ui.ViewHeader;

/** Whether the figures the portal keeps equal what they come from, and what sets them right. */
@Route("figures")
@Menu(order = 350, icon = "vaadin:scale", title = "access.figures.title")
@RolesAllowed(Role.Names.ADMIN)
@StyleSheet("styles/access.css")
class KeptFigureView extends Div implements HasDynamicTitle {

    private final transient KeptFigureService figures;
    private final Paragraph verdict = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    KeptFigureView(KeptFigureService figures) {
        this.figures = figures;
        addClassName("weft-view");
        verdict.addClassName("weft-figures-verdict");
        verdict.getElement().setAttribute("role", "status");
        list.addClassName("weft-figures");
        var check = new Button(getTranslation("access.figures.check"), event -> check());
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new ViewHeader(getTranslation("access.figures.title"))
                        .context(getTranslation("access.figures.context"))
                        .primary(check),
                verdict,
                list);
        show(figures.list());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.figures.title");
    }

    private void show(List<KeptFigureRow> rows) {
        list.removeAll();
        rows.forEach(row -> list.add(new KeptFigureItem(row, this::ask)));
        var differing = rows.stream().filter(KeptFigureRow::differs).count();
        if (differing > 0) {
            say(Tone.RED, getTranslation("access.figures.differ", differing));
        } else if (rows.stream().anyMatch(row -> row.finding() == null)) {
            say(Tone.GREY, getTranslation("access.figures.unchecked"));
        } else {
            say(Tone.GREEN, getTranslation("access.figures.equal"));
        }
    }

    private void say(Tone tone, String words) {
        verdict.setText(words);
        verdict.getElement().setAttribute("data-tone", tone.css());
    }

    private void check() {
        LongTask.run(getTranslation("access.figures.checking"), progress -> figures.check(progress::at), this::show);
    }

    private void ask(KeptFigureRow row) {
        var rows = Objects.requireNonNull(row.finding()).differing();
        var title = getTranslation(row.title().key(), row.title().args().toArray());
        ConfirmDialogs.ask(
                getTranslation("access.figures.mend.title", title),
                getTranslation("access.figures.mend.text", rows),
                getTranslation("access.figures.mend.confirm", rows),
                () -> setRight(row));
    }

    private void setRight(KeptFigureRow row) {
        LongTask.run(
                getTranslation("access.figures.mending"),
                progress -> figures.setRight(List.of(row.name()), progress::at),
                mended -> {
                    show(figures.list());
                    Notifications.success(getTranslation("access.figures.mended", mended));
                });
    }
}
