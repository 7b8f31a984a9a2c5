package org.weft.mail.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.StaleEditBanner;
import org.weft.base.ui.Tone;
import org.weft.base.ui.ViewHeader;
import org.weft.mail.MailServerDetails;
import org.weft.mail.MailServerDraft;
import org.weft.mail.MailServerService;
import org.weft.mail.MailTestResult;
import org.weft.mail.OutboxBulkService;

/** The mail server: entered, tried, saved, and what was held for want of one sent. */
@Route(MailNavigation.SERVER)
@Menu(order = 325, icon = "vaadin:server", title = "mail.server.title")
@RolesAllowed("ADMIN")
@StyleSheet("styles/mail-server.css")
class MailServerView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, MailTestPanel.Testing {

    private final transient MailServerService service;
    private final transient OutboxBulkService outbox;
    private final MailServerForm form = new MailServerForm();
    private final MailTestPanel test = new MailTestPanel(this);
    private final StaleEditBanner<MailServerDraft> stale = new StaleEditBanner<>(form::get, form::set);
    private final Span standing = new Span();
    private final Button release = new Button(VaadinIcon.PAPERPLANE_O.create());
    private final Div banner = new Div(standing, release);
    private int version;
    private transient MailServerDraft saved = MailServerDraft.NONE;

    MailServerView(MailServerService service, OutboxBulkService outbox) {
        this.service = service;
        this.outbox = outbox;
        addClassNames("weft-view", "weft-mail-server");
        banner.addClassName("weft-banner");
        banner.getElement().setAttribute("role", "status");
        release.addThemeVariants(ButtonVariant.PRIMARY);
        release.addClickListener(click -> HeldMail.askRelease(this, outbox, this::showStanding));
        var save = new Button(getTranslation("base.save"), click -> save());
        var columns = new Div(form, test);
        columns.addClassName("weft-mail-server-columns");
        add(
                new ViewHeader(getTranslation("mail.server.title"))
                        .context(getTranslation("mail.server.context"))
                        .primary(save),
                banner,
                stale,
                columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load().ownAddress().ifPresent(test::recipient);
    }

    /** What was typed is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!form.get().equals(saved)) {
            var leaving = event.postpone();
            ConfirmDialogs.askDanger(
                    getTranslation("base.discard.title"),
                    getTranslation("base.discard.text"),
                    getTranslation("base.discard.confirm"),
                    leaving::proceed);
        }
    }

    private MailServerDetails load() {
        var details = service.get();
        version = details.version();
        form.show(details);
        saved = details.settings();
        showStanding();
        return details;
    }

    private void showStanding() {
        var held = outbox.held().count();
        var configured = !saved.host().isBlank();
        standing.setText(configured ? getTranslation("mail.server.held", held) : getTranslation("mail.server.none"));
        release.setText(getTranslation("mail.outbox.release", held));
        release.setVisible(configured);
        banner.getElement().setAttribute("data-tone", configured ? Tone.BLUE.css() : Tone.AMBER.css());
        banner.setVisible(!configured || held > 0);
    }

    private void save() {
        try {
            if (Forms.save(() -> service.save(version, form.get()), form.fields())) {
                stale.setVisible(false);
                var details = load();
                Notifications.success(
                        details.configured()
                                ? getTranslation(
                                        "mail.server.saved", details.settings().host())
                                : getTranslation("mail.server.savedNone"));
            }
        } catch (StaleEditException e) {
            Errors.run(() -> {
                var latest = service.get();
                version = latest.version();
                saved = latest.settings();
                stale.show(getTranslation("mail.server.title"), latest.settings());
                showStanding();
            });
        }
    }

    @Override
    public Callable<MailTestResult> prepare(String to) {
        var typed = form.get();
        var language = getLocale();
        return () -> service.test(typed, to, language);
    }

    @Override
    public void failed(Throwable failure) {
        if (failure instanceof InvalidInputException problem) {
            var fields = new HashMap<>(form.fields());
            fields.put("to", test.recipientField());
            Forms.showError(problem, fields);
        } else {
            Errors.show(failure);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.server.title");
    }
}
