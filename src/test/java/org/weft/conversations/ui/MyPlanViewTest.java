package org.weft.conversations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.ProgressLine;
import org.weft.base.ui.StaleEditBanner;
import org.weft.base.ui.Tile;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationPerson;
import org.weft.conversations.ConversationService;
import org.weft.conversations.CountableObjective;
import org.weft.objectives.PlanFigures;
import org.weft.testing.SignedIn;
import org.weft.testing.ViewTest;

/** Mo of the team Dispatch has one objective; Pia of the team Returns has another. */
class MyPlanViewTest extends ViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Autowired
    ConversationService conversations;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    PlanFigures figures;

    @Autowired
    TransactionTemplate transaction;

    private long mo;
    private long pia;
    private long mine;
    private long hers;

    @BeforeEach
    void people() {
        mo = fixture.person("Mo", "Member").team(fixture.team("Dispatch")).add();
        pia = fixture.person("Pia", "Peer").team(fixture.team("Returns")).add();
        var cohort = fixture.cohort(fixture.cycle(), "All", null);
        var moIn = fixture.participant(cohort, mo);
        var piaIn = fixture.participant(cohort, pia);
        mine = fixture.assignment(moIn, fixture.template("A", "FRONT_LINE", 4), LocalDate.of(2026, 12, 1));
        hers = fixture.assignment(piaIn, fixture.template("B", "FRONT_LINE", 4), LocalDate.of(2026, 12, 1));
        transaction.executeWithoutResult(status -> figures.recount(List.of(moIn, piaIn)));
    }

    private void open() {
        navigate("my-plan", MyPlanView.class);
    }

    private <T extends Component> T only(Class<T> type) {
        return $(type).single();
    }

    private Button button(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(label) && button.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label));
    }

    private TextArea area(String label) {
        return $(TextArea.class).all().stream()
                .filter(area -> area.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private MultiSelectComboBox<ConversationPerson> who() {
        return only(ColleaguePicker.class);
    }

    private void pick(long... ids) {
        var chosen = new HashSet<>(who().getValue());
        for (var id : ids) {
            chosen.addAll(conversations.named(List.of(id)));
        }
        who().setValue(chosen);
    }

    private void openLog() {
        test(button("Log a conversation")).click();
    }

    private List<String> notifications() {
        return $(Notification.class).all().stream()
                .map(notification -> notification.getElement().getTextRecursively())
                .toList();
    }

    private long count() {
        return fixture.count("conversation");
    }

    @Test
    void anAccountOfNobodyIsToldWhy() {
        signIn(Role.HR);
        open();
        assertThat(only(EmptyState.class).getElement().getTextRecursively()).contains("no plan of its own");
        assertThat($(Button.class).all()).noneMatch(button -> button.getText().equals("Log a conversation"));
    }

    @Test
    void aPersonWithoutObjectivesIsToldAndMayLogAllTheSame() {
        var newcomer = fixture.person("New Comer");
        signIn(newcomer, Role.MEMBER);
        open();
        assertThat($(EmptyState.class).all())
                .anyMatch(empty -> empty.getElement().getTextRecursively().contains("No objectives yet"));
        openLog();
        pick(pia);
        area("What was exchanged").setValue("First day");
        test(button("Log conversation")).click();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void loggingCountsForThePlanAndShowsItAtOnce() {
        signIn(mo, Role.MEMBER);
        open();
        openLog();
        assertThat(who().getValue()).extracting(ConversationPerson::name).containsExactly("Mo Member");
        assertThat(only(DatePicker.class).getValue()).isEqualTo(LocalDate.of(2026, 11, 17));
        pick(pia);
        assertThat($(CheckboxGroup.class).all().stream().map(CheckboxGroup::getLabel))
                .as("nothing of another's plan is offered")
                .containsExactly("Mo Member");
        assertThat(chosen(0)).as("the only objective of Mo is suggested").containsExactly(mine);
        area("What was exchanged").setValue("How returns reach dispatch");
        test(button("Log conversation")).click();

        assertThat($(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(only(ConversationCard.class).getElement().getTextRecursively())
                .contains("How returns reach dispatch", "Pia Peer", "Objective A");
        assertThat(fixture.row("assignment", mine)).containsEntry("achieved", 1);
        assertThat(fixture.row("assignment", hers)).containsEntry("achieved", 0);
        assertThat($(ProgressLine.class).all())
                .anyMatch(line -> line.getElement().getTextRecursively().contains("25%"));

        test(button("Undo")).click();
        assertThat(count()).isZero();
        assertThat($(ConversationCard.class).all()).isEmpty();
        assertThat(fixture.row("assignment", mine)).containsEntry("achieved", 0);
    }

    @Test
    void fromAnObjectiveThatOneIsChosen() {
        var second = fixture.assignment(
                fixture.jdbc()
                        .sql("select participant_id from assignment where id = ?")
                        .param(mine)
                        .query(Long.class)
                        .single(),
                fixture.template("C", "FRONT_LINE", 2),
                LocalDate.of(2026, 12, 24));
        signIn(mo, Role.MEMBER);
        open();
        var buttons = $(Button.class).all().stream()
                .filter(button -> button.getText().equals("Log a conversation"))
                .toList();
        assertThat(buttons).hasSize(3);
        test(buttons.getLast()).click();
        pick(pia);
        assertThat(chosen(0)).containsExactly(second);
    }

    @SuppressWarnings("unchecked")
    private List<Long> chosen(int group) {
        return ((Set<CountableObjective>)
                        $(CheckboxGroup.class).all().get(group).getValue())
                .stream().map(CountableObjective::assignmentId).toList();
    }

    @Test
    void whatIsMissingIsSaidAtEachFieldAndNothingTypedIsLost() {
        signIn(mo, Role.MEMBER);
        open();
        openLog();
        only(DatePicker.class).setValue(null);
        area("Change agreed (optional)").setValue("x".repeat(10_500));
        test(button("Log conversation")).click();

        assertThat(count()).isZero();
        assertThat(only(DatePicker.class).getErrorMessage()).contains("when it took place");
        assertThat(who().getErrorMessage()).contains("takes two");
        assertThat(area("What was exchanged").getErrorMessage()).contains("what was exchanged");
        var agreed = area("Change agreed (optional)");
        assertThat(agreed.isInvalid()).isTrue();
        assertThat(agreed.getErrorMessage()).contains("2,000", "10,500");
        assertThat(agreed.getValue()).hasSize(10_500);
        assertThat(only(LogConversationDialog.class).isOpened()).isTrue();
    }

    @Test
    void aDateThatDoesNotExistIsSaidAtItsField() {
        signIn(mo, Role.MEMBER);
        open();
        openLog();
        pick(pia);
        area("What was exchanged").setValue("How returns reach dispatch");
        typeNoDate(only(DayField.class));
        test(button("Log conversation")).click();
        assertThat(only(DayField.class).getErrorMessage()).isEqualTo("This is no date. Check day and month.");
        assertThat(area("What was exchanged").getValue()).isEqualTo("How returns reach dispatch");
        assertThat(count()).isZero();
    }

    @Test
    void leavingWithSomethingTypedAsksFirst() {
        signIn(mo, Role.MEMBER);
        open();
        openLog();
        area("What was exchanged").setValue("Half a thought");
        test(button("Cancel")).click();
        assertThat(only(LogConversationDialog.class).isOpened()).isTrue();
        test(button("Throw it away")).click();
        assertThat($(LogConversationDialog.class).all()).isEmpty();
    }

    @Test
    void theSecondEditorIsToldKeepsTheTextAndMayWin() {
        signIn(mo, Role.MEMBER);
        var id = log();
        open();
        test(button("Edit")).click();
        area("What was exchanged").setValue("My better words");
        conversations.edit(currentUser.scope(), id, 0, draft("Their words"));

        test(button("Save")).click();
        assertThat(only(LogConversationDialog.class).isOpened()).isTrue();
        assertThat(area("What was exchanged").getValue()).isEqualTo("My better words");
        test(button("Show their values")).click();
        assertThat(area("What was exchanged").getValue()).isEqualTo("Their words");
        test(button("Back to mine")).click();
        test(button("Save")).click();
        assertThat(fixture.row("conversation", id)).containsEntry("exchanged", "My better words");
    }

    @Test
    void deletingAsksAndPutsTheFiguresBack() {
        signIn(mo, Role.MEMBER);
        log();
        open();
        test(button("Delete")).click();
        assertThat($(Paragraph.class).all())
                .anyMatch(text -> text.getText().contains("all 2 people")
                        && text.getText().contains("One objective loses"));
        test(button("Delete conversation")).click();
        assertThat(count()).isZero();
        assertThat(fixture.row("assignment", mine)).containsEntry("achieved", 0);
        assertThat(notifications()).anyMatch(text -> text.contains("Conversation deleted."));
    }

    @Test
    void whoTookPartCountsItForTheirOwnPlan() {
        signIn(mo, Role.MEMBER);
        log();
        signIn(pia, Role.MEMBER);
        open();
        assertThat($(Button.class).all()).noneMatch(button -> button.getText().equals("Delete"));
        test(button("Count for my objectives")).click();
        assertThat(chosen(0)).containsExactly(hers);
        test(button("Save")).click();
        assertThat(fixture.row("assignment", hers)).containsEntry("achieved", 1);
        assertThat(fixture.row("assignment", mine)).containsEntry("achieved", 1);
    }

    @Test
    void whoCountsItAfterSomebodyChangedItIsToldAndKeepsTheChoice() {
        signIn(mo, Role.MEMBER);
        var id = log();
        signIn(pia, Role.MEMBER);
        open();
        test(button("Count for my objectives")).click();
        fixture.jdbc()
                .sql("update conversation set version = version + 1 where id = ?")
                .param(id)
                .update();
        test(button("Save")).click();
        assertThat(only(StaleEditBanner.class).isVisible()).isTrue();
        assertThat(chosen(0)).containsExactly(hers);
        assertThat(fixture.row("assignment", hers)).containsEntry("achieved", 0);
        test(button("Save")).click();
        assertThat(fixture.row("assignment", hers)).containsEntry("achieved", 1);
    }

    private ToConfirm toConfirm() {
        return $(ToConfirm.class).single();
    }

    private String waitingText() {
        return toConfirm().getElement().getTextRecursively();
    }

    /** Each confirmation's words, by who is named. */
    private String said(long id) {
        return fixture.jdbc()
                .sql(
                        "select confirmation || coalesce(': ' || objection, '') from conversation_person where conversation_id = ? and person_id = ?")
                .params(id, pia)
                .query(String.class)
                .single();
    }

    @Test
    void whatOthersLoggedWaitsAtTheTopUntilItIsConfirmed() {
        var account = signIn(mo, Role.MEMBER);
        fixture.account(account.id(), "Mo Member", mo);
        var id = log();
        open();
        assertThat($(ToConfirm.class).all())
                .as("nothing waits for who logged it")
                .isEmpty();
        assertThat(only(ConversationCard.class).getElement().getTextRecursively())
                .contains("Waiting for Pia Peer");

        signIn(pia, Role.MEMBER);
        open();
        assertThat(waitingText())
                .contains("To confirm", "Nov 3, 2026", "Talk", "How returns reach dispatch", "Logged by Mo Member");
        assertThat($(Button.class).all()).noneMatch(button -> button.getText().startsWith("Confirm all"));
        test(button("Confirm")).click();
        assertThat(said(id)).isEqualTo("CONFIRMED");
        assertThat($(ToConfirm.class).all()).isEmpty();
        assertThat(only(ConversationCard.class).getElement().getTextRecursively())
                .contains("Confirmed by Pia Peer");
        assertThat(notifications()).anyMatch(text -> text.contains("Conversation confirmed."));

        test(button("Undo")).click();
        assertThat(said(id)).isEqualTo("WAITING");
        assertThat(waitingText()).contains("How returns reach dispatch");
    }

    @Test
    void severalAreConfirmedAtOnceAsFarAsTheyAreShown() {
        signIn(mo, Role.MEMBER);
        for (var each = 0; each < 12; each++) {
            log();
        }
        signIn(pia, Role.MEMBER);
        open();
        test(button("Confirm these 10")).click();
        assertThat(notifications()).anyMatch(text -> text.contains("10 conversations confirmed."));
        test(button("Confirm all 2")).click();
        assertThat($(ToConfirm.class).all()).isEmpty();
        assertThat(fixture.jdbc()
                        .sql("select count(*) from conversation_person where confirmation = 'CONFIRMED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    void whoSaysThatItWasNotSoIsAskedForWordsThatStay() {
        signIn(mo, Role.MEMBER);
        var id = log();
        signIn(pia, Role.MEMBER);
        open();
        test(button("That is not how it was")).click();
        test(button("Send")).click();
        assertThat(area("What is not right").getErrorMessage()).contains("what is not right");
        area("What is not right").setValue("x".repeat(501));
        test(button("Send")).click();
        assertThat(area("What is not right").getErrorMessage()).contains("500", "501");
        assertThat(area("What is not right").getValue()).hasSize(501);

        area("What is not right").setValue("It was a week later.");
        SignedIn.as(mo, Role.MEMBER);
        conversations.edit(currentUser.scope(), id, 0, draft("What Mo corrected"));
        SignedIn.as(pia, Role.MEMBER);
        test(button("Send")).click();
        assertThat(only(DisputeDialog.class).getElement().getTextRecursively()).contains("What Mo corrected");
        assertThat(said(id)).isEqualTo("WAITING");
        test(button("Send")).click();
        assertThat(said(id)).isEqualTo("DISPUTED: It was a week later.");
        assertThat($(DisputeDialog.class).all()).isEmpty();
        assertThat(only(ConversationCard.class).getElement().getTextRecursively())
                .contains("Disputed by Pia Peer", "It was a week later.");

        test(button("Confirm")).click();
        assertThat(said(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotConfirmedUnread() {
        signIn(mo, Role.MEMBER);
        var id = log();
        signIn(pia, Role.MEMBER);
        open();
        SignedIn.as(mo, Role.MEMBER);
        conversations.edit(currentUser.scope(), id, 0, draft("What Mo corrected"));
        SignedIn.as(pia, Role.MEMBER);
        test(button("Confirm")).click();
        assertThat(said(id)).isEqualTo("WAITING");
        assertThat(notifications()).anyMatch(text -> text.contains("changed this meanwhile"));
        assertThat(waitingText()).contains("What Mo corrected");
        test(button("Confirm")).click();
        assertThat(said(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void moreConversationsComeAPageAtATime() {
        signIn(mo, Role.MEMBER);
        for (var each = 0; each < 12; each++) {
            log();
        }
        open();
        assertThat($(ConversationCard.class).all()).hasSize(10);
        test(button("Show 2 more of 2")).click();
        assertThat($(ConversationCard.class).all()).hasSize(12);
    }

    @Test
    void markupIsShownAsTheTextItIs() {
        signIn(mo, Role.MEMBER);
        conversations.log(currentUser.scope(), draft("<b onclick=alert(1)>שלום 🧵</b>"));
        open();
        var words = $(Paragraph.class).all().stream()
                .filter(text -> text.hasClassName("weft-conversations-words"))
                .findFirst()
                .orElseThrow();
        assertThat(words.getText()).isEqualTo("<b onclick=alert(1)>שלום 🧵</b>");
        assertThat(words.getElement().getAttribute("dir")).isEqualTo("auto");
    }

    @Test
    void theHomePageSaysHowFarTheOwnPlanIs() {
        signIn(mo, Role.MEMBER);
        log();
        open();
        UI.getCurrent().navigate("");
        assertThat($(Tile.class).all())
                .extracting(tile -> tile.getElement().getTextRecursively())
                .singleElement()
                .asString()
                .contains("My objectives", "0 of 1 completed", "Dec 1, 2026");
        signIn(Role.HR);
        UI.getCurrent().navigate("");
        assertThat($(Tile.class).all())
                .noneMatch(tile -> tile.getElement().getTextRecursively().contains("My objectives"));
    }

    @Test
    void theCycleIsRememberedInTheAddress() {
        signIn(mo, Role.MEMBER);
        var before = fixture.cycle(
                fixture.program("Before"), "Q3 2026", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
        fixture.participant(fixture.cohort(before, "Then", null), mo);
        UI.getCurrent().navigate("my-plan", QueryParameters.of("cycle", String.valueOf(before)));
        assertThat($(EmptyState.class).all())
                .anyMatch(empty -> empty.getElement().getTextRecursively().contains("No objectives yet"));
        assertThat($(Paragraph.class).all()).anyMatch(text -> text.getText().startsWith("Q3 2026"));
        assertThat($(H2.class).all()).extracting(H2::getText).contains("Objectives", "Conversations");
    }

    private long log() {
        return conversations.log(currentUser.scope(), draft("How returns reach dispatch"));
    }

    private ConversationDraft draft(String exchanged) {
        return new ConversationDraft(
                UUID.randomUUID().toString(),
                DAY,
                ConversationKind.TALK,
                Set.of(mo, pia),
                exchanged,
                null,
                null,
                Set.of(mine));
    }
}
