package org.weft.mail.ui;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.DraftForm;
import org.weft.mail.MailSecurity;
import org.weft.mail.MailServerDetails;
import org.weft.mail.MailServerDraft;

/** The mail server, the sender and the pace. What the installation sets is shown and cannot be changed. */
class MailServerForm extends DraftForm<MailServerDraft> {

    /** What a number is while its field holds no number: told as one that cannot be. */
    private static final int NO_NUMBER = -1;

    private final TextField host = text("host");
    private final IntegerField port = number("port");
    private final Select<MailSecurity> security = new Select<>();
    private final Div open = new Div(getTranslation("mail.server.security.open"));
    private final Div noKey = new Div(getTranslation("mail.server.noKey"));
    private final TextField user = text("user");
    private final PasswordField password = new PasswordField(getTranslation("mail.server.password"));
    private final TextField fromAddress = text("fromAddress");
    private final TextField fromName = text("fromName");
    private final TextField bounce = text("bounce");
    private final IntegerField connections = number("connections");
    private final IntegerField messages = number("messagesPerConnection");
    private final IntegerField perMinute = number("perMinute");

    MailServerForm() {
        security.setLabel(getTranslation("mail.server.security"));
        security.setItems(MailSecurity.values());
        security.setItemLabelGenerator(value -> getTranslation("mail.server.security." + value.name()));
        security.addValueChangeListener(event -> showSecurity(event.getValue()));
        open.addClassName("weft-banner");
        open.getElement().setAttribute("role", "status").setAttribute("data-tone", "amber");
        noKey.addClassName("weft-banner");
        setColumnWidth("15rem");
        user.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fromName.setPlaceholder("Weft");
        connections.setPlaceholder("4");
        messages.setPlaceholder("100");
        perMinute.setPlaceholder("0");
        add(heading("mail.server.server"), host, port, security, open, user, password, noKey);
        add(heading("mail.server.sender"), fromAddress, fromName, bounce);
        add(heading("mail.server.pace"), connections, messages, perMinute);
        setColspan(security, 2);
        setColspan(open, 2);
        setColspan(noKey, 2);
        set(MailServerDraft.NONE);
    }

    private H2 heading(String key) {
        var heading = new H2(getTranslation(key));
        setColspan(heading, 2);
        return heading;
    }

    private TextField text(String name) {
        return new TextField(getTranslation("mail.server." + name));
    }

    private IntegerField number(String name) {
        return new IntegerField(getTranslation("mail.server." + name));
    }

    private void showSecurity(MailSecurity now) {
        port.setPlaceholder(String.valueOf(now.usualPort()));
        open.setVisible(now == MailSecurity.NONE);
    }

    /** Says at each field who sets it, and what there is of a password. */
    void show(MailServerDetails details) {
        var fixed = details.fixed();
        inputs().forEach((name, field) -> {
            var by = fixed.get(name);
            field.setReadOnly(by != null);
            if (field instanceof HasHelper helped) {
                helped.setHelperText(by == null ? help(name, details) : getTranslation("mail.server.fixed", by));
            }
        });
        set(details.settings());
        noKey.setVisible(!details.keyAvailable() && !fixed.containsKey("password"));
        if (fixed.containsKey("password")) {
            // It is there, and there is nothing to see of it.
            password.setPlaceholder("••••••••");
        }
    }

    private @Nullable String help(String name, MailServerDetails details) {
        return switch (name) {
            case "password" ->
                getTranslation("mail.server.password."
                        + (details.keyAvailable() ? details.password().name() : "noKey"));
            case "host", "user", "bounce", "connections", "messagesPerConnection", "perMinute" ->
                getTranslation("mail.server.help." + name);
            default -> null;
        };
    }

    @Override
    public MailServerDraft get() {
        return new MailServerDraft(
                host.getValue(),
                number(port),
                security.getValue(),
                user.getValue(),
                password.isEmpty() ? null : password.getValue(),
                fromAddress.getValue(),
                fromName.getValue(),
                bounce.getValue(),
                number(connections),
                number(messages),
                number(perMinute));
    }

    private static @Nullable Integer number(IntegerField field) {
        return field.isEmpty() && field.isInvalid() ? Integer.valueOf(NO_NUMBER) : field.getValue();
    }

    @Override
    public void set(MailServerDraft draft) {
        var typed = draft.password();
        host.setValue(draft.host());
        port.setValue(draft.port());
        security.setValue(draft.security());
        showSecurity(draft.security());
        user.setValue(draft.user());
        password.setValue(typed == null ? "" : typed);
        fromAddress.setValue(draft.fromAddress());
        fromName.setValue(draft.fromName());
        bounce.setValue(draft.bounce());
        connections.setValue(draft.connections());
        messages.setValue(draft.messagesPerConnection());
        perMinute.setValue(draft.perMinute());
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        var fields = new LinkedHashMap<String, HasValidationProperties>();
        inputs().forEach((name, field) -> fields.put(name, (HasValidationProperties) field));
        return fields;
    }

    private Map<String, HasValueAndElement<?, ?>> inputs() {
        return Map.ofEntries(
                Map.entry("host", host),
                Map.entry("port", port),
                Map.entry("security", security),
                Map.entry("user", user),
                Map.entry("password", password),
                Map.entry("fromAddress", fromAddress),
                Map.entry("fromName", fromName),
                Map.entry("bounce", bounce),
                Map.entry("connections", connections),
                Map.entry("messagesPerConnection", messages),
                Map.entry("perMinute", perMinute));
    }
}
