package org.weft;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.weft.shell.FigureCheckCommand;

/**
 * Starts the portal and names what every page loads. News reaches an open page by a web socket, or by long requests where
 * something between refuses one; what the page asks goes by plain requests, past all filters.
 */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/weft.css")
public class WeftApplication implements AppShellConfigurator {

    /** Before the first paint, so that who chose dark sees no flash of light. */
    private static final String COLOUR_SCHEME = """
            try {
              const scheme = localStorage.getItem('weft-scheme');
              if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
            } catch (e) { /* storage is off: the system decides */ }
            """;

    public static void main(String[] args) {
        var application = new SpringApplication(WeftApplication.class);
        if (FigureCheckCommand.asked(args)) {
            System.exit(FigureCheckCommand.run(application, args));
        }
        application.run(args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addInlineWithContents(Inline.Position.PREPEND, COLOUR_SCHEME, Inline.Wrapping.JAVASCRIPT);
        settings.addFavIcon("icon", "images/mark.svg", "any");
    }
}
