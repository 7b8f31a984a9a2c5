package org.weft.programs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import org.weft.base.ui.Errors;
import org.weft.programs.AudiencePreview;
import org.weft.programs.CandidateFilter;

/** How many a rule finds and what becomes of them, and on request who they are. */
class AudiencePanel extends Div {

    private final transient CandidateSource source;
    private final Span words = new Span();
    private final Button names = new Button();
    private final CandidateGrid grid;

    AudiencePanel(CandidateSource source, CandidateFilter filter) {
        this.source = source;
        addClassName("weft-programs-audience");
        words.getElement().setAttribute("role", "status");
        grid = new CandidateGrid(source, filter);
        grid.setVisible(false);
        names.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        names.addClickListener(click -> toggle());
        label();
        var line = new Div(words, names);
        line.addClassName("weft-programs-bar");
        add(line, grid);
    }

    /** Counts anew. @return how many join */
    int show(CandidateFilter filter) {
        var joins = new int[1];
        Errors.run(() -> {
            var preview = source.preview(filter);
            words.setText(words(preview));
            names.setVisible(preview.found() > 0);
            grid.show(filter);
            joins[0] = preview.joins();
        });
        return joins[0];
    }

    private String words(AudiencePreview preview) {
        var parts = new ArrayList<String>();
        parts.add(getTranslation("programs.audience.joins", preview.joins()));
        if (preview.members() > 0) {
            parts.add(getTranslation("programs.audience.members", preview.members()));
        }
        if (preview.elsewhere() > 0) {
            parts.add(getTranslation("programs.audience.elsewhere", preview.elsewhere()));
        }
        if (preview.inactive() > 0) {
            parts.add(getTranslation("programs.audience.inactive", preview.inactive()));
        }
        return getTranslation("programs.audience.found", preview.found(), String.join(", ", parts));
    }

    private void toggle() {
        grid.setVisible(!grid.isVisible());
        label();
    }

    private void label() {
        names.setText(getTranslation(grid.isVisible() ? "programs.audience.hide" : "programs.audience.show"));
    }
}
