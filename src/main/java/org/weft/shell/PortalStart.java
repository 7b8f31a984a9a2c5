package org.weft.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.base.Translations;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;

/** What holds for every page of every browser: language, zone, and what is said when something goes wrong. */
@Component
class PortalStart implements VaadinServiceInitListener {

    private final CurrentUser user;
    private final Translations translations;

    PortalStart(CurrentUser user, Translations translations) {
        this.user = user;
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addUIInitListener(init -> greet(init.getUI(), VaadinRequest.getCurrent()));
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(PortalStart::tell));
        service.setSystemMessagesProvider(info -> systemMessages(language(info)));
        event.addIndexHtmlRequestListener(response -> response.getDocument()
                .getElementsByTag("html")
                .attr(
                        "lang",
                        LanguageChoice.of(response.getVaadinRequest(), user.find())
                                .getLanguage()));
    }

    private void greet(UI ui, VaadinRequest request) {
        ui.setLocale(LanguageChoice.of(request, user.find()));
        Formats.setZone(ui, user.find().map(AccountDetails::zone).orElse(ZoneOffset.UTC));
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(ui.getTranslation("shell.connection.lost"));
        reconnect.setDialogTextGaveUp(ui.getTranslation("shell.connection.gone"));
    }

    /** Vaadin asks with the page's language and no request, or, once the session has gone, with a request. */
    private Locale language(SystemMessagesInfo info) {
        return info.getRequest() == null
                ? Translations.nearest(info.getLocale().toLanguageTag())
                : LanguageChoice.of(info.getRequest(), user.find());
    }

    /** After a click: the page stays with everything typed, and says what went wrong. */
    private static void tell(ErrorEvent event) {
        var ui = UI.getCurrent();
        if (ui == null) {
            Errors.log(event.getThrowable());
        } else {
            ui.access(() -> Errors.show(event.getThrowable()));
        }
    }

    /** The page stays to be read and copied from until its reader chooses to go on. */
    private SystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(translations.translate("shell.session.expired.title", locale));
        messages.setSessionExpiredMessage(translations.translate("shell.session.expired.text", locale));
        messages.setInternalErrorCaption(translations.translate("shell.error.unexpected.title", locale));
        messages.setInternalErrorMessage(translations.translate("shell.error.internal.text", locale));
        messages.setCookiesDisabledCaption(translations.translate("shell.cookies.title", locale));
        messages.setCookiesDisabledMessage(translations.translate("shell.cookies.text", locale));
        return messages;
    }
}
