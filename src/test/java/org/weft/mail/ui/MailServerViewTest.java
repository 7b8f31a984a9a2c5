package org.weft.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.ui.StaleEditBanner;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailSecurity;
import org.weft.mail.MailServers;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.mail.ScriptedSmtpServer;
import org.weft.mail.SendNow;
import org.weft.testing.ViewTest;

class MailServerViewTest extends ViewTest {

    @Autowired
    Outbox outbox;

    @Autowired
    SendNow sendNow;

    @Autowired
    MailProperties installed;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void noServer() {
        MailServers.useNone(installed);
    }

    @Test
    void fromNoMailServerToTheHeldMailsBeingSent() throws Exception {
        transaction.executeWithoutResult(status -> outbox.enqueue(NewMail.of(
                "key",
                MailKind.REMINDER,
                new MailAddress("ada@example.com", "Ada"),
                Locale.ENGLISH,
                new RenderedMail("Subject", "<p>x</p>", "x"))));
        try (var smtp = new ScriptedSmtpServer()) {
            signIn(Role.ADMIN);
            navigate(OutboxView.class);
            var link = $(RouterLink.class, $view(MailBanner.class).single()).single();
            assertThat(link.getHref()).isEqualTo("mail/server");
            navigate(MailServerView.class);
            assertThat(text()).contains("No mail server is set");

            fill(smtp.port());
            field("To").setValue("admin@example.com");
            press("Send test");
            assertThat(button("Send test").isEnabled()).as("one at a time").isFalse();
            eventually(() -> text().contains("The server has taken the test mail."));
            assertThat($view(Pre.class).single().getText()).isEqualTo("250 2.0.0 taken as 4711");
            assertThat(smtp.accepted()).containsExactly("admin@example.com");

            press("Save");
            assertThat($(Notification.class).last().getElement().getTextRecursively())
                    .contains("Mail goes out over 127.0.0.1");
            assertThat(text()).contains("One message is held since there was no mail server.");
            press("Send one held message");
            test($(Button.class, $(Dialog.class).last())
                            .withText("Send one held message")
                            .single())
                    .click();
            sendNow.run();
            assertThat(smtp.accepted()).containsExactly("admin@example.com", "ada@example.com");
            assertThat($view(Button.class).withTextContaining("held").all()).isEmpty();
        }
    }

    @Test
    void aTestThatFailsSaysWhyAndWhatToDo() throws Exception {
        try (var smtp = new ScriptedSmtpServer().answer("rcpt to", "550 5.1.1 no such user")) {
            signIn(Role.ADMIN);
            navigate(MailServerView.class);
            fill(smtp.port());
            field("To").setValue("nobody@example.com");

            press("Send test");

            eventually(() -> text().contains("does not take mail to this recipient"));
            assertThat(text()).contains("Check the address.");
            assertThat($view(Pre.class).single().getText()).isEqualTo("550 5.1.1 no such user");
        }
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        signIn(Role.ADMIN);
        navigate(MailServerView.class);
        fill(25);
        field("Host").setValue("no host");

        press("Save");
        assertThat(field("Host").getErrorMessage()).isEqualTo("This is no name of a host.");

        field("Host").setValue("localhost");
        field("To").setValue("nobody");
        press("Send test");
        eventually(() -> field("To").isInvalid());
    }

    @Test
    void whatTheInstallationSetsIsShownAndCannotBeChanged() {
        installed.setHost("mail.example.com");
        installed.setPassword("s3cret-word");
        signIn(Role.ADMIN);

        navigate(MailServerView.class);

        var host = field("Host");
        assertThat(host.isReadOnly()).isTrue();
        assertThat(host.getValue()).isEqualTo("mail.example.com");
        assertThat(host.getHelperText()).isEqualTo("Set by the installation (spring.mail.host)");
        var password = $view(PasswordField.class).single();
        assertThat(password.isReadOnly()).isTrue();
        assertThat(password.getValue()).isEmpty();
        assertThat(field("User").isReadOnly()).isFalse();
        assertThat(text()).doesNotContain("No mail server is set");
    }

    @Test
    void thePasswordIsNeverSentToTheBrowserAgain() {
        signIn(Role.ADMIN);
        navigate(MailServerView.class);
        fill(25);
        security().setValue(MailSecurity.STARTTLS);
        field("User").setValue("weft");
        $view(PasswordField.class).single().setValue("s3cret-word");
        press("Save");

        var password = $view(PasswordField.class).single();
        assertThat(password.getValue()).isEmpty();
        assertThat(password.getHelperText()).contains("One is kept, encrypted");
        assertThat(text()).doesNotContain("s3cret-word");
    }

    @Test
    void withoutTlsThereIsAWarning() {
        signIn(Role.ADMIN);
        navigate(MailServerView.class);
        assertThat(warns()).isFalse();

        security().setValue(MailSecurity.NONE);

        assertThat(warns()).isTrue();
        assertThat(port().getPlaceholder()).isEqualTo("25");
    }

    @Test
    void whatWasTypedStaysWhenSomebodyElseSavedFirst() {
        signIn(Role.ADMIN);
        navigate(MailServerView.class);
        fill(25);
        fixture.jdbc().sql("""
                        insert into mail_server (id, host, security, from_address, version, changed_at)
                        values (1, 'theirs.example.com', 'TLS', 'theirs@example.com', 1, now())""").update();
        field("Host").setValue("mine.example.com");

        press("Save");

        assertThat($view(StaleEditBanner.class).single().isVisible()).isTrue();
        assertThat(field("Host").getValue()).isEqualTo("mine.example.com");
        press("Show their values");
        assertThat(field("Host").getValue()).isEqualTo("theirs.example.com");
        press("Back to mine");
        press("Save");
        assertThat(fixture.jdbc()
                        .sql("select host from mail_server")
                        .query(String.class)
                        .single())
                .isEqualTo("mine.example.com");
    }

    private void fill(int port) {
        field("Host").setValue("127.0.0.1");
        port().setValue(port);
        security().setValue(MailSecurity.NONE);
        field("Sender’s address").setValue("weft@example.com");
    }

    private TextField field(String label) {
        return $view(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private IntegerField port() {
        return $view(IntegerField.class)
                .withCondition(field -> "Port".equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<MailSecurity> security() {
        return $view(Select.class).single();
    }

    private boolean warns() {
        return $view(Div.class)
                .withCondition(div -> div.getText().startsWith("Without TLS"))
                .exists();
    }

    private Button button(String text) {
        return $view(Button.class).withText(text).single();
    }

    private void press(String text) {
        test(button(text)).click();
    }

    private String text() {
        return $view(MailServerView.class).single().getElement().getTextRecursively();
    }
}
