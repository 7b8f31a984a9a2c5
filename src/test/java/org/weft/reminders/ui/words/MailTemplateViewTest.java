package org.weft.reminders.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.StaleEditBanner;
import org.weft.mail.words.MailWordsService;
import org.weft.people.ui.PersonPicker;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.ViewTest;

class MailTemplateViewTest extends ViewTest {

    private static final String INTRO = "Text above the list of objectives";

    @Autowired
    MailWordsService words;

    private long hr;
    private long ada;

    @BeforeEach
    void somebodyWhoTakesPart() {
        hr = fixture.person("Hanna", "Human").email("hanna@example.com").add();
        var cycle = fixture.cycle(fixture.program("Bridges"), "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        ada = fixture.person("Ada Lovelace");
        var participant = fixture.participant(fixture.cohort(cycle, "Engineers", hr), ada);
        fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 3), LocalDate.of(2026, 11, 20));
        signIn(hr, Role.HR);
    }

    @Test
    void theListSaysWhatWasChangedAndLeadsThere() {
        change(Locale.GERMAN, Map.of("subject", "Na, {Vorname}?"));

        UI.getCurrent().navigate("mail/templates");

        assertThat($(Span.class).all().stream().map(Span::getText))
                .contains("As shipped", "One text changed, last on Nov 17, 2026 by Test hr");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("mail/templates/reminder?language=de", "mail/templates/digest?language=en");
    }

    @Test
    void whatIsTypedIsCheckedAtOnceAndShownAsSomebodyWouldGetIt() {
        open("reminder", "en");
        assertThat(shown()).contains("Hi Robin,");
        pick(ada);
        assertThat(shown()).contains("Hi Ada,", "Objective T1");

        subject().setValue("Just a word, {frist name}");

        assertThat(subject().isInvalid()).isTrue();
        assertThat(subject().getErrorMessage())
                .isEqualTo("{frist name} is no placeholder here. Did you mean {first name}?");
        press("Use {first name}");
        assertThat(subject().getValue()).isEqualTo("Just a word, {first name}");
        assertThat(subject().isInvalid()).isFalse();
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Just a word, Ada");

        intro().setValue("Hello <script>alert(1)</script> {full name}");
        assertThat(shown()).contains("Hello &lt;script&gt;alert(1)&lt;/script&gt; Ada Lovelace");
        $(TabSheet.class).all().getLast().setSelectedIndex(1);
        assertThat($(Pre.class).single().getText()).startsWith("Hello <script>alert(1)</script> Ada Lovelace");

        subject().setValue(" ");
        assertThat(subject().getErrorMessage()).isEqualTo("The mail cannot do without this text.");
        press("Save");
        assertThat(fixture.count("mail_text")).isZero();
        assertThat(intro().getValue()).startsWith("Hello <script>");
    }

    @Test
    void theColoursOfTheMailProgramAreChosen() {
        open("reminder", "en");
        assertThat(shown()).contains("@media not all").doesNotContain("prefers-color-scheme");

        $(RadioButtonGroup.class).all().forEach(MailTemplateViewTest::last);

        assertThat(shown()).contains("@media all", "color-scheme: dark;").doesNotContain("prefers-color-scheme");
    }

    @SuppressWarnings("unchecked")
    private static void last(RadioButtonGroup<?> group) {
        var choices = group.getListDataView().getItems().toList();
        ((RadioButtonGroup<Object>) group).setValue(choices.getLast());
    }

    @Test
    void bothLanguagesAreSavedTogetherAndEachKeepsItsOwn() {
        open("reminder", "en");
        subject().setValue("English words");
        tabs().setSelectedIndex(1);
        assertThat(shown()).contains("Guten Tag Robin,");
        subjects().getLast().setValue("Deutsche Worte");

        press("Save");

        assertThat(notification()).contains("Saved.");
        assertThat(words.get("reminder", Locale.ENGLISH).texts()).containsEntry("subject", "English words");
        assertThat(words.get("reminder", Locale.GERMAN).texts()).containsEntry("subject", "Deutsche Worte");
        press("Save");
        assertThat(notification()).contains("There is nothing new to save.");
    }

    @Test
    void whoeverIsSlowerKeepsWhatWasTypedAndSeesTheOthersWords() {
        open("reminder", "en");
        subject().setValue("Mine");
        change(Locale.ENGLISH, Map.of("subject", "Theirs", "closing", "Their closing"));

        press("Save");

        assertThat(banner().isVisible()).isTrue();
        assertThat(subject().getValue()).isEqualTo("Mine");
        assertThat(closing().getValue()).as("nothing was typed there").isEqualTo("Their closing");
        press("Show their values");
        assertThat(subject().getValue()).isEqualTo("Theirs");
        press("Back to mine");
        press("Save");
        assertThat(words.get("reminder", Locale.ENGLISH).texts())
                .containsEntry("subject", "Mine")
                .containsEntry("closing", "Their closing");
    }

    @Test
    void whatOthersSaveElsewhereIsNotUndoneByALaterSave() {
        open("reminder", "en");
        change(Locale.ENGLISH, Map.of("closing", "Their closing"));
        subject().setValue("Mine");
        press("Save");
        assertThat(closing().getValue()).isEqualTo("Their closing");

        subject().setValue("Mine again");
        press("Save");

        assertThat(words.get("reminder", Locale.ENGLISH).texts())
                .containsEntry("subject", "Mine again")
                .containsEntry("closing", "Their closing");
    }

    @Test
    void theShippedTextComesBackAfterALookAtWhatIsLost() {
        change(Locale.ENGLISH, Map.of("subject", "Mine", "closing", "Bye"));
        open("reminder", "en");
        intro().setValue("Still typing");

        press($(Button.class).withText("Restore shipped text").all().getFirst());
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Mine", "Your objectives in {cycle}")
                .doesNotContain("Still typing");
        press($(Button.class).withText("Restore shipped text").all().getLast());

        assertThat(subject().getValue()).isEqualTo("Your objectives in {cycle}");
        assertThat(intro().getValue()).isEqualTo("Still typing");
        assertThat(fixture.count("mail_text")).isEqualTo(1);

        press("Restore all shipped texts");
        press($(Button.class).withText("Restore shipped text").all().getLast());
        assertThat(fixture.count("mail_text")).isZero();
        assertThat(intro().getValue()).startsWith("Hi {first name},");
        assertThat($(Button.class).withText("Restore shipped text").exists()).isFalse();
    }

    @Test
    void aTestGoesToOneselfOncePerClick() {
        account(signIn(hr, Role.HR).id());
        open("digest", "de");

        press("Send a test to me");
        press("Send a test to me");

        assertThat(fixture.jdbc()
                        .sql("select to_address || ' ' || subject from message")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "hanna@example.com Test: So stehen Ihre Ziele in Beispielquartal",
                        "hanna@example.com Test: So stehen Ihre Ziele in Beispielquartal");
        assertThat(notification()).contains("A test to hanna@example.com waits in the outbox");
    }

    @Test
    void leavingAsksOnlyWhenSomethingWasTyped() {
        open("reminder", "en");
        UI.getCurrent().navigate("mail/templates");
        assertThat(getCurrentView()).isInstanceOf(MailTemplatesView.class);

        open("reminder", "en");
        subject().setValue("Mine");
        UI.getCurrent().navigate("mail/templates");
        assertThat(getCurrentView()).isInstanceOf(MailTemplateView.class);
        press("Discard changes");
        assertThat(getCurrentView()).isInstanceOf(MailTemplatesView.class);
    }

    @Test
    void administratorsEditWithoutSeeingAnybody() {
        signIn(Role.ADMIN);
        open("digest", "en");

        assertThat($(PersonPicker.class).exists()).isFalse();
        assertThat(shown()).contains("Hi Robin,");
        UI.getCurrent().navigate("mail/templates/digest", QueryParameters.simple(Map.of("person", Long.toString(ada))));
        assertThat(shown()).doesNotContain("Ada");
    }

    @Test
    void aMailThereIsNotIsNotFound() {
        UI.getCurrent().navigate("mail/templates/layout");
        assertThat(getCurrentView().getClass().getSimpleName()).contains("NotFound");
    }

    private void open(String mail, String language) {
        UI.getCurrent().navigate("mail/templates/" + mail, QueryParameters.simple(Map.of("language", language)));
    }

    private void pick(long person) {
        var picker = $(PersonPicker.class).single();
        picker.setPersonId(person);
    }

    private TabSheet tabs() {
        return $(TabSheet.class).all().getFirst();
    }

    private TextField subject() {
        return subjects().getFirst();
    }

    /** One a language that has been looked at. */
    private List<TextField> subjects() {
        return $(TextField.class).all().stream()
                .filter(field -> "Subject".equals(field.getLabel()))
                .toList();
    }

    private TextArea intro() {
        return $(TextArea.class).withCaption(INTRO).single();
    }

    private TextArea closing() {
        return $(TextArea.class).withCaption("Closing").single();
    }

    private StaleEditBanner<?> banner() {
        return $(StaleEditBanner.class).single();
    }

    private String shown() {
        return $(IFrame.class).single().getSrcdoc().orElseThrow();
    }

    private void press(String words) {
        press($(Button.class).withText(words).single());
    }

    private void press(Button button) {
        test(button).click();
    }

    private String notification() {
        return $(Notification.class).last().getElement().getTextRecursively()
                + test($(Notification.class).last()).getText();
    }

    private void change(Locale language, Map<String, String> changes) {
        var read = words.get("reminder", language).texts();
        var after = new HashMap<>(read);
        after.putAll(changes);
        words.save("reminder", language, read, after);
    }

    private void account(long id) {
        fixture.jdbc().sql("""
                        insert into account (id, username, display_name, person_id, language, time_zone, created_at)
                        values (?, 'hanna', 'Hanna Human', ?, 'en', 'UTC', ?)""").params(id, hr, Timestamp.from(TestClock.START)).update();
    }
}
