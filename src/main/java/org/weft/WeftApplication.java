package org.weft;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal and names the style sheets every page loads. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/weft.css")
public class WeftApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(WeftApplication.class, args);
    }
}
