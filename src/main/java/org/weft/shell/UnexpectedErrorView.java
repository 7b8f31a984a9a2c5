package org.weft.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;

/** A page could not be made. Calm words and a reference; the log holds the rest under it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedErrorView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    UnexpectedErrorView() {
        addClassName("weft-error");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var failure = parameter.getCaughtException();
        if (meansNotFound(failure)) {
            event.rerouteToError(NotFoundException.class);
            return HttpServletResponse.SC_NOT_FOUND;
        }
        var again = new Button(
                getTranslation("shell.error.again"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload()));
        var home = new Anchor("", getTranslation("shell.error.home"));
        home.getElement().setAttribute("router-link", true);
        add(new EmptyState(
                VaadinIcon.TOOLS,
                getTranslation("shell.error.unexpected.title"),
                getTranslation("shell.error.unexpected.text", Errors.log(failure)),
                again,
                home));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** A view that fails in its constructor reaches us wrapped. */
    private static boolean meansNotFound(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.weft.base.NotFoundException || cause instanceof AccessDeniedException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.unexpected.title");
    }
}
