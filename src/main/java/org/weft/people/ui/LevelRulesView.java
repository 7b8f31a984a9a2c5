package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.StaleEditBanner;
import org.weft.base.ui.ViewHeader;
import org.weft.people.LevelRule;
import org.weft.people.LevelRuleService;
import org.weft.people.LevelRules;
import org.weft.people.TitleLevels;

/** The rules that derive a level from a job title, beside the job titles there are. */
@Route("people/levels")
@Menu(order = 310, icon = "vaadin:sliders", title = "people.levels.title")
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/people.css")
class LevelRulesView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient LevelRuleService levels;
    private final RuleList list = new RuleList(this::edited);
    private final TitleGrid titles = new TitleGrid();
    private final TryTitle tryTitle = new TryTitle();
    private final StaleEditBanner<List<LevelRule>> banner = new StaleEditBanner<>(list::rules, this::fill);
    private final Paragraph effect = new Paragraph();
    private final Button save = new Button(getTranslation("people.levels.save"));
    private final Button applyToAll = new Button(getTranslation("people.levels.apply"));
    private int version;
    private transient List<LevelRule> saved = List.of();
    private transient List<TitleLevels> known = List.of();

    LevelRulesView(LevelRuleService levels) {
        this.levels = levels;
        addClassNames("weft-view", "weft-people-levels");
        save.addClickListener(event -> save());
        applyToAll.setIcon(VaadinIcon.GROUP.create());
        applyToAll.addClickListener(event -> askApply());
        effect.addClassName("weft-people-levels-effect");
        effect.getElement().setAttribute("role", "status");
        var rules = new Section(
                new H2(getTranslation("people.levels.rules")),
                new Paragraph(getTranslation("people.levels.rules.text")),
                list,
                new Button(getTranslation("people.levels.add"), VaadinIcon.PLUS.create(), event -> list.addRule()));
        var people = new Section(tryTitle, new H2(getTranslation("people.levels.titles")), effect, titles);
        var columns = new Div(rules, people);
        columns.addClassName("weft-people-levels-columns");
        add(
                new ViewHeader(getTranslation("people.levels.title"))
                        .context(getTranslation("people.levels.context"))
                        .actions(applyToAll)
                        .primary(save),
                banner,
                columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var rules = levels.get();
        version = rules.version();
        saved = rules.rules();
        known = levels.titles();
        fill(saved);
    }

    /** What was typed is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (dirty()) {
            var leaving = event.postpone();
            ConfirmDialogs.askDanger(
                    getTranslation("base.discard.title"),
                    getTranslation("base.discard.text"),
                    getTranslation("base.discard.confirm"),
                    leaving::proceed);
        }
    }

    private boolean dirty() {
        return !list.rules().equals(saved);
    }

    private void fill(List<LevelRule> rules) {
        list.fill(rules);
        edited();
    }

    /** Shows what the rules as they stand would make of everybody. */
    private void edited() {
        var rules = new LevelRules(version, list.rules());
        var changing = rules.changing(known);
        titles.show(known, rules);
        tryTitle.use(rules);
        effect.setText(
                getTranslation(dirty() ? "people.levels.effect.edited" : "people.levels.effect.saved", changing));
        save.setEnabled(dirty());
        applyToAll.setEnabled(!dirty() && changing > 0);
    }

    private void save() {
        try {
            levels.save(new LevelRules(version, list.rules()));
            banner.setVisible(false);
            reload();
            Notifications.success(getTranslation("people.levels.saved"));
        } catch (StaleEditException e) {
            var latest = levels.get();
            version = latest.version();
            saved = latest.rules();
            banner.show(getTranslation("people.levels.title"), latest.rules());
            edited();
        } catch (InvalidInputException e) {
            if (!list.showMissingText()) {
                Errors.show(e);
            }
        } catch (RuntimeException e) {
            Errors.show(e);
        }
    }

    private void askApply() {
        var changing = new LevelRules(version, saved).changing(known);
        ConfirmDialogs.ask(
                getTranslation("people.levels.apply.title", changing),
                getTranslation("people.levels.apply.text"),
                getTranslation("people.levels.apply.confirm", changing),
                () -> {
                    var changed = levels.applyToAll();
                    reload();
                    Notifications.success(getTranslation("people.levels.applied", changed));
                });
    }

    private void reload() {
        var rules = levels.get();
        version = rules.version();
        saved = rules.rules();
        known = levels.titles();
        fill(saved);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.levels.title");
    }
}
