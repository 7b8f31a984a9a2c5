package org.weft.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.testing.ViewTest;

/** The parts views are made of. */
class PartsTest extends ViewTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, AL",
        "Ada Augusta King, AK",
        "ada, A",
        "'  Élodie  Østergård ', ÉØ",
        "😀 Smile, S",
        "😀, ?",
        "'', ?",
        "\"Bo\" (ext.) O'Neil, BO",
    })
    void initialsAreTheFirstLettersOfTheFirstAndTheLastWord(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void aBarNeverLeavesItsFrame() {
        assertThat(ProgressLine.width(-1)).isEqualTo("0.0%");
        assertThat(ProgressLine.width(0.755)).isEqualTo("75.5%");
        assertThat(ProgressLine.width(7)).isEqualTo("100.0%");
    }

    @Test
    void aStatusIsSaidInWordsAndNotByColourAlone() {
        var badge = StatusBadge.status("IN_PROGRESS");
        assertThat(badge.getText()).isEqualTo("In progress");
        assertThat(badge.getElement().getAttribute("data-tone")).isEqualTo("blue");
        assertThat(StatusBadge.health("AT_RISK").getText()).isEqualTo("At risk");
    }

    @Test
    void thePrimaryActionStandsLastWheneverItIsAdded() {
        var primary = new Button("Add");
        var header = new ViewHeader("People").primary(primary).actions(new Button("Import"), new Button("Export"));
        var labels = $(Button.class, header).all().stream().map(Button::getText).toList();
        assertThat(labels).containsExactly("Import", "Export", "Add");
    }

    @Test
    void theFilterButtonSaysHowManyFiltersAreSet() {
        var cleared = new ArrayList<String>();
        var bar = new FilterBar(new Div()).onClear(() -> cleared.add("all")).active(2);
        var buttons = $(Button.class, bar).all();
        assertThat(buttons).extracting(Button::getText).containsExactly("Filters (2)", "Clear filters");
        buttons.getLast().click();
        assertThat(cleared).hasSize(1);
        assertThat($(Button.class, bar.active(0)).all())
                .extracting(Button::getText)
                .containsExactly("Filters");
    }

    @Test
    void aProblemIsShownAtItsFieldUntilTheValueChanges() {
        var field = new TextField();
        var problem = new InvalidInputException("name", Text.of("base.days.overdue", 2));
        assertThat(Forms.save(
                        () -> {
                            throw problem;
                        },
                        Map.of("name", field)))
                .isFalse();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("2 days overdue");
        field.setValue("Ada");
        assertThat(field.isInvalid()).isFalse();
        assertThat($(Notification.class).exists()).isFalse();
    }

    @Test
    void aProblemOfNoFieldBecomesANotification() {
        Forms.showError(new InvalidInputException(Text.of("base.days.overdue", 2)), Map.of("name", new TextField()));
        assertThat(notified()).containsExactly("2 days overdue");
    }

    @Test
    void whatPeopleCanPutRightIsSaidInTheirWordsAndTheRestGetsAReference() {
        assertThat(Errors.words(new StaleEditException("person", 1))).startsWith("Somebody else changed this");
        assertThat(Errors.words(new NotFoundException("person", 1))).startsWith("This is not there any more");
        assertThat(Errors.words(new IllegalStateException("secret detail")))
                .matches(".*reference: [0-9A-F]{8}")
                .doesNotContain("secret detail");
    }

    @Test
    void successCanBeTakenBackOnce() {
        var undone = new ArrayList<String>();
        Notifications.success("Assigned 12 objectives", "Undo", () -> undone.add("x"));
        $(Button.class).withText("Undo").single().click();
        assertThat(undone).hasSize(1);
        assertThat($(Notification.class).withCondition(Notification::isOpened).exists())
                .isFalse();
    }

    @Test
    void nothingIsDoneBeforeItIsConfirmed() {
        var done = new ArrayList<String>();
        ConfirmDialogs.askDanger("Delete", "Deletes 3 templates.", "Delete 3 templates", () -> done.add("x"));
        $(Button.class).withText("Cancel").single().click();
        assertThat(done).isEmpty();
        ConfirmDialogs.ask("Send", "Sends 3 mails.", "Send 3 mails", () -> done.add("x"));
        $(Button.class).withText("Send 3 mails").single().click();
        assertThat(done).hasSize(1);
        assertThat($(Dialog.class).withCondition(Dialog::isOpened).exists()).isFalse();
    }

    @Test
    void whatWasTypedOutlivesSomebodyElsesEdit() {
        var field = new TextField();
        var banner = new StaleEditBanner<>(field::getValue, field::setValue);
        field.setValue("mine");
        banner.show("Ada", "theirs");
        assertThat(field.getValue()).isEqualTo("mine");
        $(Button.class, banner).withText("Show their values").single().click();
        assertThat(field.getValue()).isEqualTo("theirs");
        $(Button.class, banner).withText("Back to mine").single().click();
        assertThat(field.getValue()).isEqualTo("mine");
        $(Button.class, banner).withText("Keep mine").single().click();
        assertThat(banner.isVisible()).isFalse();
        assertThat(field.getValue()).isEqualTo("mine");
    }

    @Test
    void quickWorkShowsNoDialogAndRunsOnBehalfOfTheAccount() {
        var account = signIn(Role.HR);
        var outcome = new ArrayList<Object>();
        LongTask.run(
                "Reading",
                progress ->
                        SecurityContextHolder.getContext().getAuthentication().getPrincipal(),
                outcome::add);
        assertThat(outcome).containsExactly(account);
        assertThat($(Dialog.class).exists()).isFalse();
    }

    @Test
    void longWorkShowsHowFarItIs() throws Exception {
        var go = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var outcome = new ArrayList<String>();
        LongTask.run(
                "Reading people.csv",
                progress -> {
                    go.await(10, TimeUnit.SECONDS);
                    progress.at(150, 300);
                    ended.countDown();
                    return "read";
                },
                outcome::add);
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Reading people.csv");
        go.countDown();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        for (var i = 0; i < 100 && outcome.isEmpty(); i++) {
            Thread.sleep(20);
            VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
        }
        assertThat(outcome).containsExactly("read");
        assertThat($(Dialog.class).withCondition(Dialog::isOpened).exists()).isFalse();
    }

    /** A file nobody fetches would stay where it is. */
    @Test
    void whatNobodyWaitsForAnyMoreIsClosed() throws Exception {
        var go = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var outcome = new ArrayList<AutoCloseable>();
        LongTask.<AutoCloseable>run(
                "Making a file",
                progress -> {
                    go.await(10, TimeUnit.SECONDS);
                    return closed::countDown;
                },
                outcome::add);
        VaadinSession.getCurrent().removeUI(UI.getCurrent());
        go.countDown();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(outcome).isEmpty();
    }

    @Test
    void workThatFailsSaysWhy() {
        LongTask.run(
                "Reading",
                progress -> {
                    throw new InvalidInputException(Text.of("base.of", 3, 4));
                },
                outcome -> {});
        assertThat(notified()).containsExactly("3 of 4");
    }

    @Test
    void aTileHoldsAFigureAndAWayOn() {
        var tile = new Tile(VaadinIcon.GROUP, "My team").figure("7", "people").link("progress", "To the progress");
        assertThat($(Span.class, tile).all()).extracting(Span::getText).contains("My team", "7", "people");
    }

    private List<String> notified() {
        return $(Div.class).withClassName("weft-notification-text").all().stream()
                .map(text -> text.getElement().getTextRecursively())
                .toList();
    }
}
