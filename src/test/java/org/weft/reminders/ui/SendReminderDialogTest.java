package org.weft.reminders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.mail.MailServers;
import org.weft.mail.ui.MailBanner;
import org.weft.mail.ui.MailPreview;
import org.weft.reminders.ReminderRecipient;
import org.weft.testing.TestClock;
import org.weft.testing.ViewTest;

class SendReminderDialogTest extends ViewTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);

    @Autowired
    RemindAction action;

    @Autowired
    MailProperties server;

    private final AtomicInteger done = new AtomicInteger();
    private long boss;
    private long cohort;
    private long template;

    @BeforeEach
    void aCohort() {
        done.set(0);
        boss = fixture.person("Bertha Boss");
        cohort = fixture.cohort(fixture.cycle(), "Engineers", boss);
        template = fixture.template("T1", "FRONT_LINE", 3);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    @Test
    void showsWhoGetsItWhoDoesNotAndTheMailOfWhoeverIsChosen() {
        open(participant("Ada Lovelace"), participant("Alan Turing"), done("Dan Done"));

        assertThat(test(ready()).size()).isEqualTo(2);
        assertThat(test(others()).getLitRendererPropertyValue(0, 0, "label", String.class))
                .isEqualTo("Dan Done");
        assertThat(test(others()).getLitRendererPropertyValue(0, 0, "sub", String.class))
                .isEqualTo("nothing open");
        assertThat($(IFrame.class).single().getSrcdoc().orElseThrow()).contains("Hi Ada,", "Objective T1");
        assertThat($(IFrame.class).single().getElement().getAttribute("sandbox"))
                .isEmpty();

        test(ready()).select(1);
        assertThat($(IFrame.class).single().getSrcdoc().orElseThrow()).contains("Hi Alan,");
        assertThat($(MailBanner.class).single().isVisible()).isTrue();
    }

    @Test
    void whatIsTypedShowsInTheMailAtOnceAndIsSent() {
        MailServers.use(server, 1);
        open(participant("Ada Lovelace"));

        $(TextField.class).single().setValue("{first name}, {open} to go");
        $(TextArea.class).single().setValue("Only a little <b>more</b>.");
        assertThat($(IFrame.class).single().getSrcdoc().orElseThrow()).contains("&lt;b&gt;more&lt;/b&gt;");
        test($(MailPreview.class).single()).select("Plain text");
        assertThat($(Pre.class).single().getText()).startsWith("Only a little <b>more</b>.");
        send("Send one reminder");

        assertThat(fixture.jdbc()
                        .sql("select subject from message")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada, 1 to go");
        assertThat($(SendReminderDialog.class).all()).isEmpty();
        assertThat(done).hasValue(1);
        assertThat(notification()).contains("One reminder is being sent.");
    }

    @Test
    void aWordingThatCannotBeUsedIsToldAtItsFieldAndNothingTypedIsLost() {
        open(participant("Ada Lovelace"));
        $(TextField.class).single().setValue("My own subject");
        $(TextArea.class).single().setValue("Hello {nickname}");

        assertThat($(TextArea.class).single().isInvalid()).isTrue();
        assertThat($(TextArea.class).single().getErrorMessage()).contains("{nickname} is no placeholder");
        test($(Button.class).withText("Send one reminder").single()).click();

        assertThat($(SendReminderDialog.class).single().isOpened()).isTrue();
        assertThat($(TextField.class).single().getValue()).isEqualTo("My own subject");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Hello {nickname}");
        assertThat(fixture.count("message")).isZero();

        $(TextArea.class).single().setValue("Hello {first name}");
        assertThat($(TextArea.class).single().isInvalid()).isFalse();
        send("Send one reminder");
        assertThat(fixture.count("message")).isEqualTo(1);
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        var german = fixture.participant(
                cohort,
                fixture.person("Jörg", "Müller")
                        .email("joerg@example.com")
                        .language("de")
                        .add());
        fixture.assignment(german, template, DUE);
        open(participant("Ada Lovelace"), participant("Alan Turing"), german);

        assertThat($(Tab.class).all()).extracting(Tab::getLabel).contains("English (2)", "German (1)");
        test(ready()).select(2);

        assertThat($(IFrame.class).single().getSrcdoc().orElseThrow()).contains("Guten Tag Jörg,");
        assertThat($(Button.class).withText("{Vorname}").exists()).isTrue();
        send("Send 3 reminders");
        assertThat(fixture.jdbc()
                        .sql("select language from message order by to_name")
                        .query(String.class)
                        .list())
                .containsExactly("en", "en", "de");
    }

    @Test
    void whereNobodyCanBeRemindedThereIsNothingToSend() {
        open(done("Dan Done"));

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody can be reminded now");
        assertThat($(Button.class).withTextContaining("Send").all()).isEmpty();
    }

    @Test
    void whoeverWasRemindedMeanwhileIsLeftOutAndThatIsSaid() {
        var ada = participant("Ada Lovelace");
        open(ada, participant("Alan Turing"));
        fixture.figures(ada, Map.of("last_reminded_at", TestClock.START));

        send("Send 2 reminders");

        assertThat(fixture.count("message")).isEqualTo(1);
        assertThat(notification()).contains("One reminder waits in the outbox", "One person was left out");
    }

    @Test
    void whoWaitsForTheMorningIsToldBeforeAndAfter() {
        MailServers.use(server, 1);
        open(participant("Ada Lovelace"), night("Aroha", "Auckland"), night("Tane", "Tauranga"));

        assertThat($(Paragraph.class).id("reminders-later").getText())
                .isEqualTo("1 at once, 2 when the working day begins where they are.");
        assertThat(test(ready()).getLitRendererPropertyValue(0, 0, "note", String.class))
                .isEmpty();
        assertThat(test(ready()).getLitRendererPropertyValue(1, 0, "note", String.class))
                .matches("Goes out Wed,? 8:00\\hAM, where they are");

        send("Send 3 reminders");
        assertThat(notification())
                .contains("One reminder is being sent. 2 reminders go out when the working day begins there.");
    }

    @Test
    void whereAllGoOutAtOnceNothingIsSaidOfIt() {
        MailServers.use(server, 1);
        open(participant("Ada Lovelace"));
        assertThat($(Paragraph.class).withId("reminders-later").all()).isEmpty();
    }

    @Test
    void whereAllWaitThatIsSaidInOneSentence() {
        MailServers.use(server, 1);
        open(night("Aroha", "Auckland"));
        assertThat($(Paragraph.class).id("reminders-later").getText())
                .isEqualTo("It goes out when the working day begins where they are.");
        send("Send one reminder");
        assertThat(notification()).contains("One reminder goes out when the working day begins there.");
    }

    /** Ten in the evening where they are. */
    private long night(String givenName, String familyName) {
        var participant = fixture.participant(
                cohort,
                fixture.person(givenName, familyName).zone("Pacific/Auckland").add());
        fixture.assignment(participant, template, DUE);
        return participant;
    }

    private void open(Long... participants) {
        signIn(boss, Role.MANAGER);
        action.open(List.of(participants), done::incrementAndGet);
        eventually(() -> $(SendReminderDialog.class).exists());
    }

    private void send(String button) {
        test($(Button.class).withText(button).single()).click();
        eventually(() -> $(Notification.class).exists());
    }

    private long participant(String name) {
        var participant = done(name);
        fixture.assignment(participant, template, DUE);
        return participant;
    }

    private long done(String name) {
        return fixture.participant(cohort, fixture.person(name));
    }

    @SuppressWarnings("unchecked")
    private Grid<ReminderRecipient> ready() {
        return $(Grid.class).id("reminders-ready");
    }

    @SuppressWarnings("unchecked")
    private Grid<ReminderRecipient> others() {
        return $(Grid.class).id("reminders-others");
    }

    private String notification() {
        return $(Notification.class).last().getElement().getTextRecursively()
                + test($(Notification.class).last()).getText();
    }
}
