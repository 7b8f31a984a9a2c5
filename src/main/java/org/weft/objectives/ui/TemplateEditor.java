package org.weft.objectives.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.objectives.TemplateDetails;
import org.weft.objectives.TemplateDraft;

/** A new template, or one there is, to be edited. */
class TemplateEditor extends Div {

    /** What becomes of it. */
    interface Actions {
        void add(TemplateDraft draft);

        void change(long id, int version, TemplateDraft draft);

        TemplateDetails latest(long id);

        void copy(long id);

        void retire(long id, int version);

        void bringBack(long id, int version);

        void close();
    }

    private final TemplateForm form = new TemplateForm();
    private final StaleEditBanner<TemplateDraft> banner = new StaleEditBanner<>(form::typed, form::fill);
    private final transient Actions actions;
    private transient @Nullable TemplateDetails template;
    private transient TemplateDraft loaded;

    /** A new one, which may start from another's values. */
    TemplateEditor(TemplateDraft draft, Actions actions) {
        this(null, draft, actions);
    }

    TemplateEditor(TemplateDetails template, Actions actions) {
        this(template, template.draft(), actions);
    }

    private TemplateEditor(@Nullable TemplateDetails template, TemplateDraft draft, Actions actions) {
        this.template = template;
        this.actions = actions;
        addClassName("weft-objectives-panel");
        form.fill(draft);
        loaded = form.typed();
        add(head(template), banner, body(template), foot(template));
    }

    /** Whether something was typed that is not saved. */
    boolean dirty() {
        return !form.typed().equals(loaded);
    }

    void focusTitle() {
        form.focusTitle();
    }

    private Div head(@Nullable TemplateDetails template) {
        var heading = new H2(
                template == null
                        ? getTranslation("objectives.library.new")
                        : template.draft().code());
        var head = new Div(heading);
        head.addClassName("weft-objectives-panel-head");
        if (template != null && template.retired()) {
            head.add(new StatusBadge(Tone.GREY, getTranslation("objectives.library.retired")));
        }
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> actions.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("base.close"));
        head.add(close);
        return head;
    }

    private Div body(@Nullable TemplateDetails template) {
        var body = new Div();
        body.addClassName("weft-objectives-panel-body");
        if (template != null && template.holders() > 0) {
            var note = new Paragraph(getTranslation("objectives.library.held", template.holders()));
            note.addClassName("weft-objectives-hint");
            body.add(note);
        }
        body.add(form);
        return body;
    }

    private Div foot(@Nullable TemplateDetails template) {
        var save = new Button(getTranslation(template == null ? "objectives.library.add" : "base.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            save();
            save.setEnabled(true);
        });
        save.addClickShortcut(Key.KEY_S, com.vaadin.flow.component.KeyModifier.CONTROL)
                .listenOn(this);
        var foot = new Div(save);
        foot.addClassName("weft-objectives-panel-foot");
        if (template == null) {
            foot.add(new Button(getTranslation("base.cancel"), event -> actions.close()));
            return foot;
        }
        foot.add(new Button(
                getTranslation("objectives.library.copy"),
                VaadinIcon.COPY_O.create(),
                event -> actions.copy(template.id())));
        foot.add(
                template.retired()
                        ? new Button(
                                getTranslation("objectives.library.bringback"),
                                VaadinIcon.ARROW_BACKWARD.create(),
                                event -> actions.bringBack(template.id(), version()))
                        : new Button(
                                getTranslation("objectives.library.retire"),
                                VaadinIcon.ARCHIVE.create(),
                                event -> actions.retire(template.id(), version())));
        return foot;
    }

    private int version() {
        return template == null ? 0 : template.version();
    }

    private void save() {
        try {
            var draft = form.draft();
            if (template == null) {
                actions.add(draft);
            } else {
                actions.change(template.id(), version(), draft);
            }
        } catch (StaleEditException e) {
            tellStale();
        } catch (InvalidInputException e) {
            Forms.showError(e, form.fields());
        } catch (RuntimeException e) {
            Errors.show(e);
        }
    }

    private void tellStale() {
        if (template != null) {
            var latest = actions.latest(template.id());
            template = latest;
            banner.show(latest.draft().code(), latest.draft());
        }
    }
}
