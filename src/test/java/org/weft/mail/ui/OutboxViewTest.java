package org.weft.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterChip;
import org.weft.base.ui.Formats;
import org.weft.base.ui.SelectionBar;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailServers;
import org.weft.mail.MessageReason;
import org.weft.mail.MessageStatus;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.testing.ViewTest;

class OutboxViewTest extends ViewTest {

    @Autowired
    Outbox outbox;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    @Test
    void anEmptyOutboxSaysWhatItIsForAndThatNoServerIsSet() {
        signIn(Role.HR);
        navigate(OutboxView.class);

        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No mail yet");
        assertThat($view(MailBanner.class).single().isVisible()).isTrue();
        assertThat($view(Button.class).withTextContaining("held").all()).isEmpty();
    }

    @Test
    void hrReadsAMessageInAFrameThatMayDoNothing() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);

        test($view(MessageGrid.class).single()).clickRow(0);

        var frame = $view(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getSrcdoc())
                .hasValueSatisfying(
                        html -> assertThat(html).contains("Three are open").contains("<base target=\"_blank\">"));
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("Your objectives", "Ada Lovelace <ada@example.com>", "Held", "No mail server");
    }

    @Test
    void aFileIsNamedAndNothingOfItIsShown() {
        enqueue("Ada Lovelace", "ada@example.com");
        fixture.jdbc()
                .sql(
                        "update message set attachment_name = 'Q4.xlsx', attachment_type = 'a/b', attachment_size = 348160")
                .update();
        signIn(Role.HR);
        navigate(OutboxView.class);

        assertThat(source(0)).contains("File", "Q4.xlsx (340 KB)", "filename=Q4.xlsx");
    }

    @Test
    void anAdministratorSeesWhereAMessageStandsButNotWhatItSays() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.ADMIN);
        navigate(OutboxView.class);

        test($view(MessageGrid.class).single()).clickRow(0);

        assertThat($view(IFrame.class).all()).isEmpty();
        assertThat($view(Paragraph.class).withTextContaining("Only HR reads it").exists())
                .isTrue();
    }

    @Test
    void theSourceSaysQuietlyWhenItsSenderIsTodays() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);
        assertThat(source(0)).contains("The sender shown is the one that is set today.");

        fixture.jdbc()
                .sql("update message set status = 'SENT', from_address = 'then@example.com', from_name = 'Then'")
                .update();
        assertThat(source(0)).contains("Then <then@example.com>").doesNotContain("set today");
    }

    private String source(int row) {
        test($view(MessageGrid.class).single()).clickRow(row);
        $view(MailPreview.class).single().setSelectedIndex(2);
        return $view(MessageCard.class).single().getElement().getTextRecursively();
    }

    @Test
    void statusAndSearchNarrowTheListUntilTheyAreCleared() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);
        var grid = $view(MessageGrid.class).single();

        $view(TextField.class).single().setValue("turing");
        assertThat(test(grid).size()).isEqualTo(1);
        status().setValue(MessageStatus.HELD);
        assertThat(test(grid).size()).isEqualTo(1);
        status().setValue(MessageStatus.SENT);
        assertThat(test(grid).size()).isZero();
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No message matches");
        test($(Button.class, $view(EmptyState.class).single()).single()).click();
        assertThat(test(grid).size()).isEqualTo(2);
    }

    @Test
    void kindAndReasonNarrowTheListAndWhatIsDoneToAllOfIt() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        enqueue("Bo Other", "bo@example.com");
        fixture.jdbc()
                .sql("update message set kind = 'DIGEST' where to_name <> 'Ada Lovelace'")
                .update();
        fixture.jdbc()
                .sql("update message set reason = 'CANCELLED', status = 'SUPPRESSED' where to_name = 'Bo Other'")
                .update();
        signIn(Role.HR);
        navigate(OutboxView.class);
        var grid = $view(MessageGrid.class).single();

        select("Kind").setValue(MailKind.DIGEST);
        assertThat(test(grid).size()).isEqualTo(2);
        select("Reason").setValue(MessageReason.NO_MAIL_SERVER);
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(filters()).contains("One message", "Filters (2)");
        var menu = $view(AllMessagesMenu.class).single();
        test(menu.menu()).open();
        test(menu.menu()).clickItem("Call one message off");
        test($(Button.class, $(Dialog.class).single())
                        .withText("Call one message off")
                        .single())
                .click();
        assertThat(statuses()).containsExactlyInAnyOrder("HELD", "SUPPRESSED", "SUPPRESSED");

        test($view(Button.class).withText("Clear filters").first()).click();
        assertThat(test(grid).size()).isEqualTo(3);
        assertThat(select("Kind").getValue()).isNull();
        assertThat(select("Reason").getValue()).isNull();
        assertThat(filters()).contains("3 messages");
    }

    @Test
    void whenAMessageWasWrittenCountsByTheReadersDays() {
        // Half past midnight on the 24th, in Auckland.
        clock.set(Instant.parse("2026-11-23T11:30:00Z"));
        enqueue("Ada Lovelace", "ada@example.com");
        written("Alan Turing", "2026-11-23T10:59:00Z");
        written("Bo Other", "2026-11-17T11:00:00Z");
        written("Cy Young", "2026-11-17T10:59:00Z");
        written("Di Old", "2026-10-01T00:00:00Z");
        signIn(Role.HR);
        Formats.setZone(UI.getCurrent(), ZoneId.of("Pacific/Auckland"));
        navigate(OutboxView.class);
        var grid = $view(MessageGrid.class).single();

        select("Written").setValue(WrittenWithin.TODAY);
        assertThat(test(grid).size()).isEqualTo(1);
        select("Written").setValue(WrittenWithin.LAST_30_DAYS);
        assertThat(test(grid).size()).isEqualTo(4);
        select("Written").setValue(WrittenWithin.LAST_7_DAYS);
        assertThat(test(grid).size()).isEqualTo(3);
        assertThat($view(DayField.class).all()).isEmpty();

        select("Written").setValue(WrittenWithin.DAYS);
        assertThat(day("First day").getValue()).as("what was shown").isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(day("Last day").getValue()).isEqualTo(LocalDate.of(2026, 11, 24));
        day("Last day").setValue(LocalDate.of(2026, 11, 23));
        assertThat(test(grid).size()).isEqualTo(2);
        day("First day").clear();
        assertThat(test(grid).size()).isEqualTo(4);
        assertThat(filters()).contains("4 messages", "Filters (1)");

        test($view(Button.class).withText("Clear filters").first()).click();
        assertThat(test(grid).size()).isEqualTo(5);
        assertThat($view(DayField.class).all()).isEmpty();
    }

    private void written(String name, String moment) {
        enqueue(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com");
        fixture.jdbc()
                .sql("update message set created_at = ? where to_name = ?")
                .params(Timestamp.from(Instant.parse(moment)), name)
                .update();
    }

    @Test
    void anAddressSetsEveryFilter() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);

        UI.getCurrent()
                .navigate(
                        "outbox",
                        QueryParameters.fromString(
                                "kind=reminder&reason=no_mail_server&written=days&from=2026-11-17&to=2026-11-30"));

        assertThat(test($view(MessageGrid.class).single()).size()).isEqualTo(1);
        assertThat(select("Kind").getValue()).isEqualTo(MailKind.REMINDER);
        assertThat(select("Reason").getValue()).isEqualTo(MessageReason.NO_MAIL_SERVER);
        assertThat(select("Written").getValue()).isEqualTo(WrittenWithin.DAYS);
        assertThat(day("First day").getValue()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(day("Last day").getValue()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(filters()).contains("Filters (3)");
    }

    @Test
    void anAddressOpensTheListAsItWas() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        signIn(Role.HR);
        var id = fixture.jdbc()
                .sql("select id from message where to_name = 'Alan Turing'")
                .query(Long.class)
                .single();

        UI.getCurrent()
                .navigate(
                        "outbox",
                        QueryParameters.of("q", "alan")
                                .merging("status", "held")
                                .merging("message", String.valueOf(id)));

        assertThat(test($view(MessageGrid.class).single()).size()).isEqualTo(1);
        assertThat(status().getValue()).isEqualTo(MessageStatus.HELD);
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("Alan Turing");
    }

    @Test
    void whatMeansNothingInTheAddressIsPassedOver() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);

        UI.getCurrent()
                .navigate(
                        "outbox",
                        QueryParameters.fromString(
                                "status=nonsense&kind=7&reason=&written=ever&from=2026-02-30&message=x%27;drop&sort=-nothing"));

        assertThat(test($view(MessageGrid.class).single()).size()).isEqualTo(1);
        assertThat($view(MessageCard.class).all()).isEmpty();
    }

    @Test
    void heldMessagesAreReleasedAfterAQuestionThatSaysHowMany() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        MailServers.use(server, 1);
        signIn(Role.HR);
        navigate(OutboxView.class);
        assertThat($view(MailBanner.class).withCondition(MailBanner::isVisible).exists())
                .isFalse();

        test($view(Button.class).withText("Send 2 held messages").single()).click();
        var question = $(Dialog.class).single();
        assertThat(question.getHeaderTitle()).isEqualTo("Send 2 held messages?");
        assertThat($(Paragraph.class, question).single().getText()).contains("the oldest on Nov 17, 2026");
        test($(Button.class, question).withText("Send 2 held messages").single())
                .click();

        assertThat(statuses()).containsOnly("QUEUED");
        assertThat($view(Button.class).withTextContaining("held").all()).isEmpty();
    }

    @Test
    void aMessageIsCalledOffAfterAQuestion() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);
        test($view(MessageGrid.class).single()).clickRow(0);

        test($view(Button.class).withText("Call off").single()).click();
        test($(Button.class, $(Dialog.class).single()).withText("Call off").single())
                .click();

        assertThat(statuses()).containsExactly("SUPPRESSED");
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("Called off by hand");
    }

    @Test
    void allThatTheListShowsIsCalledOffAfterAQuestionThatSaysHowMany() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        enqueue("Bo Other", "bo@elsewhere.example");
        signIn(Role.HR);
        navigate(OutboxView.class);
        $view(TextField.class).single().setValue("@example.com");
        var menu = $view(AllMessagesMenu.class).single();
        assertThat(menu.menu().getItems())
                .filteredOn(MenuItem::isVisible)
                .extracting(MenuItem::getText)
                .containsExactly("Call 2 messages off");

        test(menu.menu()).open();
        test(menu.menu()).clickItem("Call 2 messages off");
        test($(Button.class, $(Dialog.class).single())
                        .withText("Call 2 messages off")
                        .single())
                .click();

        assertThat(statuses()).containsExactlyInAnyOrder("SUPPRESSED", "SUPPRESSED", "HELD");
        assertThat($view(AllMessagesMenu.class).all()).as("nothing more to do").isEmpty();
    }

    @Test
    void markedMessagesAreCalledOffAfterAQuestionThatSaysHowMany() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        enqueue("Bo Other", "bo@elsewhere.example");
        fixture.jdbc()
                .sql("update message set status = 'SENT' where to_name = 'Bo Other'")
                .update();
        MailServers.use(server, 1);
        signIn(Role.HR);
        navigate(OutboxView.class);
        var grid = $view(MessageGrid.class).single();
        assertThat($view(SelectionBar.class).all()).as("nothing is marked").isEmpty();

        mark(grid, 0);
        assertThat(bar()).contains("1 of 3 marked", "Nothing can be done with these");
        mark(grid, 1);
        assertThat(bar()).contains("2 of 3 marked", "Try one message again", "Call one message off");
        mark(grid, 2);
        assertThat(bar()).contains("All 3 marked", "Try 2 messages again", "Call 2 messages off");
        mark(grid, 1);

        test($view(Button.class).withText("Call one message off").single()).click();
        test($(Button.class, $(Dialog.class).single())
                        .withText("Call one message off")
                        .single())
                .click();

        assertThat(statuses()).containsExactlyInAnyOrder("SUPPRESSED", "HELD", "SENT");
        assertThat($(Notification.class).single().getElement().getTextRecursively())
                .contains("One message was called off.");
        assertThat($view(SelectionBar.class).all())
                .as("nothing is marked any more")
                .isEmpty();
        assertThat(grid.marked().size()).isZero();
    }

    @Test
    void allAreMarkedAtOnceAndAnotherFilterTakesTheMarksAway() {
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        enqueue("Bo Other", "bo@elsewhere.example");
        MailServers.use(server, 1);
        signIn(Role.HR);
        navigate(OutboxView.class);
        var grid = $view(MessageGrid.class).single();
        $view(TextField.class).single().setValue("@example.com");

        grid.marked().selectAll();
        assertThat(bar()).contains("All 2 marked");
        $view(TextField.class).single().setValue("alan");
        assertThat($view(SelectionBar.class).all()).isEmpty();

        grid.marked().selectAll();
        test($view(Button.class).withText("Try one message again").single()).click();
        test($(Button.class, $(Dialog.class).single())
                        .withText("Try one message again")
                        .single())
                .click();
        assertThat(statuses()).containsExactlyInAnyOrder("HELD", "QUEUED", "HELD");
    }

    @Test
    void withoutAMailServerMarkedMessagesCanOnlyBeCalledOff() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);
        mark($view(MessageGrid.class).single(), 0);

        assertThat($view(Button.class).withTextContaining("again").all()).isEmpty();
        test($view(Button.class).withText("Unmark").single()).click();
        assertThat($view(SelectionBar.class).all()).isEmpty();
    }

    /** As a space does, or a click on the box. */
    private void mark(MessageGrid grid, int row) {
        grid.marked().toggle(test(grid).getRow(row));
    }

    private String bar() {
        return $view(SelectionBar.class).single().getElement().getTextRecursively();
    }

    @Test
    void thePageOfAPersonLeadsToAllThatWasWrittenToThem() {
        var ada = fixture.person("Ada Lovelace");
        enqueue("Ada Lovelace", "ada@example.com");
        enqueue("Alan Turing", "alan@example.com");
        fixture.jdbc()
                .sql("update message set person_id = ? where to_name = 'Ada Lovelace'")
                .param(ada)
                .update();
        signIn(Role.HR);

        UI.getCurrent().navigate("outbox", QueryParameters.of("person", String.valueOf(ada)));

        var grid = $view(MessageGrid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat($view(FilterChip.class).single().getElement().getTextRecursively())
                .contains("Recipient: Ada Lovelace");
        test(grid).clickRow(0);
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("All mail to this person", "Source");
        test($(Button.class, $view(FilterChip.class).single()).single()).click();
        assertThat(test(grid).size()).isEqualTo(2);
    }

    @Test
    void aMessageThatWentOnMeanwhileIsShownAsItStandsNow() {
        MailServers.use(server, 1);
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        navigate(OutboxView.class);
        test($view(MessageGrid.class).single()).clickRow(0);
        fixture.jdbc().sql("update message set status = 'SENDING'").update();

        test($view(Button.class).withText("Send now").single()).click();

        assertThat(statuses()).containsExactly("SENDING");
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("Sending");
    }

    @Test
    void germanIsWhole() {
        enqueue("Ada Lovelace", "ada@example.com");
        signIn(Role.HR);
        UI.getCurrent().setLocale(Locale.GERMAN);
        var view = navigate(OutboxView.class);
        test($view(MessageGrid.class).single()).clickRow(0);

        assertThat(view.getPageTitle()).isEqualTo("Postausgang");
        assertThat(view.getElement().getTextRecursively())
                .contains("Es ist kein Mailserver eingerichtet", "Eine Nachricht")
                .doesNotContain("mail.");
        assertThat($view(MessageCard.class).single().getElement().getTextRecursively())
                .contains("Zurückziehen", "Zurückgehalten", "Kein Mailserver")
                .doesNotContain("mail.message", "mail.reason");
    }

    private void enqueue(String name, String address) {
        var mail = NewMail.of(
                address,
                MailKind.REMINDER,
                new MailAddress(address, name),
                Locale.ENGLISH,
                new RenderedMail("Your objectives", "<html><head></head><body>Three are open</body></html>", "Three"));
        transaction.executeWithoutResult(status -> outbox.enqueue(mail));
    }

    private Select<MessageStatus> status() {
        return select("Status");
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String name) {
        return $view(Select.class)
                .withCondition(
                        select -> select.getAriaLabel().filter(name::equals).isPresent())
                .single();
    }

    private String filters() {
        return $view(OutboxFilters.class).single().getElement().getTextRecursively();
    }

    private DayField day(String name) {
        return $view(DayField.class)
                .withCondition(day -> day.getAriaLabel().filter(name::equals).isPresent())
                .single();
    }

    private List<String> statuses() {
        return fixture.jdbc()
                .sql("select status from message")
                .query(String.class)
                .list();
    }
}
