package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.MoreMenu;
import org.weft.progress.ProgressForm;
import org.weft.progress.SavedViewDraft;
import org.weft.progress.SavedViewService;
import org.weft.reports.Quarter;
import org.weft.reports.subscriptions.CycleChoice;
import org.weft.reports.subscriptions.RecipientOption;
import org.weft.reports.subscriptions.Rhythm;
import org.weft.testing.ViewTest;
import org.weft.workbook.FileFormat;

class SubscriptionListTest extends ViewTest {

    private static final String TEAM = "Team progress";

    @Autowired
    private SavedViewService views;

    private Quarter quarter;
    private long me;

    private void open(Role role, Locale language) {
        quarter = new Quarter(fixture);
        var account = signIn(quarter.salesLead, role);
        me = account.id();
        account(me, "Lena Lead", quarter.salesLead, role);
        UI.getCurrent().setLocale(language);
        navigate(ReportsView.class);
    }

    private void account(long id, String name, Long person, Role role) {
        fixture.account(id, name, person);
        fixture.jdbc()
                .sql("insert into account_role (account_id, role) values (?, ?)")
                .params(id, role.name())
                .update();
    }

    private String list() {
        return words($view(SubscriptionList.class).single().getElement());
    }

    /** What is hidden says nothing. */
    private static String words(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.isVisible()
                        ? element.getChildren().map(SubscriptionListTest::words).collect(Collectors.joining(" "))
                        : "";
    }

    private void press(String label) {
        test($(Button.class).all().stream()
                        .filter(button -> button.isVisible()
                                && (label.equals(button.getAriaLabel().orElse("")) || label.equals(button.getText())))
                        .toList()
                        .getLast())
                .click();
    }

    private SubscriptionForm form() {
        return $(SubscriptionForm.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CycleChoice> about() {
        return $(ComboBox.class, form()).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Rhythm> rhythm() {
        return $(RadioButtonGroup.class, form()).all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<FileFormat> format() {
        return $(RadioButtonGroup.class, form()).all().get(1);
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select() {
        return (Select<T>) selects().getLast();
    }

    @SuppressWarnings("unchecked")
    private Select<ViewChoice> people() {
        return (Select<ViewChoice>) selects().getFirst();
    }

    private List<Select> selects() {
        return $(Select.class, form()).all();
    }

    private List<String> offered() {
        return people().getListDataView().getItems().map(ViewChoice::name).toList();
    }

    private void choosePeople(String name) {
        people().setValue(people().getListDataView()
                .getItems()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private String next() {
        return words(form().getElement());
    }

    private void choose(String item) {
        var menu = test($view(MoreMenu.class).single().menu());
        menu.open();
        menu.clickItem(item);
    }

    @Test
    void whoSubscribesSeesTheNextDateSpelledOutAndThenTheSubscription() {
        open(Role.MANAGER, Locale.ENGLISH);
        assertThat(list()).contains("Subscribe to a report above");
        press("Subscribe: Team progress");

        assertThat($(RecipientPicker.class).all()).as("nobody else").isEmpty();
        assertThat(about().getItemLabelGenerator().apply(about().getValue()))
                .startsWith("The running cycle of Program");
        assertThat(next()).contains("Next: Monday, November 23, 2026 at 7:00", "(Z)");
        this.<DayOfWeek>select().setValue(DayOfWeek.FRIDAY);
        assertThat(next()).contains("Next: Friday, November 20, 2026 at 7:00");
        rhythm().setValue(Rhythm.MONTHLY);
        this.<Integer>select().setValue(31);
        assertThat(next()).contains("Next: Monday, November 30, 2026 at 7:00");
        $(TimePicker.class, form()).single().setValue(LocalTime.of(16, 30));
        assertThat(next()).contains("Next: Monday, November 30, 2026 at 4:30");
        rhythm().setValue(Rhythm.END_OF_CYCLE);
        assertThat(next()).contains("Next: Friday, January 1, 2027 at 4:30");
        assertThat(selects()).as("no day to choose").containsExactly(people());
        assertThat(format().getValue()).isEqualTo(FileFormat.XLSX);
        assertThat(format().getHelperText()).startsWith("The whole workbook");
        format().setValue(FileFormat.CSV);
        assertThat(format().getHelperText()).startsWith("The table “People”");
        press("Subscribe");

        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("Subscribed");
        assertThat(list())
                .contains(TEAM, "The running cycle of Program", "on the day after a cycle ends, at 4:30")
                .contains("at 4:30\u202fPM · CSV · As a file in the mail", "Next: Friday, January 1, 2027 at 4:30");
        assertThat(list()).as("that goes without saying").doesNotContain("For you");
        assertThat(fixture.count("report_subscription")).isOne();
    }

    @Test
    void aMistakeIsToldAtItsFieldAndWhatWasChosenStays() {
        open(Role.HR, Locale.ENGLISH);
        press("Subscribe: Team progress");
        $(TimePicker.class, form()).single().setValue(null);
        press("Subscribe");
        assertThat($(TimePicker.class, form()).single().getErrorMessage()).isEqualTo("Choose a time.");
        $(TimePicker.class, form()).single().setValue(LocalTime.NOON);

        $(RecipientPicker.class).single().show(List.of());
        press("Subscribe");
        assertThat($(RecipientPicker.class).single().getErrorMessage()).isEqualTo("Name somebody who gets it.");
        assertThat(fixture.count("report_subscription")).isZero();
    }

    @Test
    void itIsOfThoseASavedViewShowsAlsoWhenThatIsGone() {
        open(Role.MANAGER, Locale.ENGLISH);
        press("Subscribe: Team progress");
        assertThat(people().getHelperText()).contains("Save a view in the progress list");
        press("Cancel");
        var saved = views.add(new SavedViewDraft(
                "Northerners", ProgressForm.LIST, "team=" + quarter.sales + "&columns=name,health:90", null, false));

        press("Subscribe: Team progress");
        assertThat(offered()).containsExactly("Everybody", "Northerners");
        assertThat(people().getHelperText()).isEqualTo("Everybody its recipient may see");
        choosePeople("Northerners");
        assertThat(people().getHelperText()).isEqualTo("Team and below: Sales. Columns: Name, Health");
        press("Subscribe");
        views.remove(saved, 0);
        look();
        assertThat(list()).contains("Filter: Team and below: Sales", "Columns: Name, Health");

        press("Change: Team progress, " + program() + ", Excel");
        assertThat(offered()).containsExactly("Everybody", "As before");
        assertThat(people().getValue().name()).isEqualTo("As before");
        press("Save");
        assertThat(list()).contains("Filter: Team and below: Sales");
    }

    private String program() {
        return fixture.jdbc()
                .sql("select name from program")
                .query(String.class)
                .single();
    }

    @Test
    void whatThePageShowsIsTakenAlong() {
        open(Role.MANAGER, Locale.GERMAN);
        UI.getCurrent().navigate("reports", QueryParameters.fromString("state=overdue&columns=name"));
        press("Abonnieren: Überfällig und eskaliert");
        assertThat(people().getValue().name()).isEqualTo("Wie auf dieser Seite");
        assertThat(people().getHelperText()).isEqualTo("Stand: Überfällig");
        press("Abonnieren");
        assertThat(list()).contains("Filter: Stand: Überfällig").doesNotContain("Spalten:");
    }

    @Test
    void whereGroupsAreHiddenThereIsNothingToChoose() {
        open(Role.EXECUTIVE, Locale.ENGLISH);
        press("Subscribe: Executive summary");
        assertThat(selects()).as("the weekday").hasSize(1);
    }

    @Test
    void hrSubscribesOthersAndSeesWhomItDidNotReach() {
        open(Role.HR, Locale.ENGLISH);
        account(81, "Ada Absent", null, Role.HR);
        account(82, "Bert Busy", null, Role.HR);
        press("Subscribe: Team progress");
        var picker = $(RecipientPicker.class).single();
        assertThat(picker.ids()).containsExactly(me);
        picker.show(List.of(
                new RecipientOption(81, "Ada Absent", ""),
                new RecipientOption(82, "Bert Busy", ""),
                new RecipientOption(me, "Lena Lead", "")));
        assertThat(next()).contains("Everybody gets it at that time where they are.");
        press("Subscribe");
        assertThat(list()).contains("For you, Ada Absent, Bert Busy");

        run(81, "'SKIPPED', 'NO_ADDRESS'");
        run(82, "'SENT', null");
        run(me, "'SENT', null");
        look();
        assertThat(list())
                .contains("Last: Nov 16, 2026", "sent")
                .contains("Others, last time: 1 of 2 reached")
                .contains("Ada Absent: not sent, the account has no e-mail address")
                .doesNotContain("Bert Busy:");
    }

    /** As the page does while a report is made. */
    private void look() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private void run(long account, String stateAndReason) {
        fixture.jdbc().sql("""
                        insert into report_run (subscription_id, account_id, due_at, trial, state, reason)
                        select id, ?, timestamp '2026-11-16 07:00:00+00', false, %s from report_subscription""".formatted(stateAndReason)).param(account).update();
    }

    @Test
    void itIsPausedChangedTriedAndEnded() {
        open(Role.MANAGER, Locale.ENGLISH);
        press("Subscribe: Team progress");
        press("Subscribe");

        choose("Pause");
        assertThat(list()).contains("Paused").doesNotContain("Next:");
        choose("Resume");
        assertThat(list()).contains("Next:").doesNotContain("Paused");

        var named = $view(Button.class).all().stream()
                .map(button -> button.getAriaLabel().orElse(""))
                .filter(label -> label.startsWith("Change: Team progress"))
                .findFirst()
                .orElseThrow();
        press(named);
        this.<DayOfWeek>select().setValue(DayOfWeek.THURSDAY);
        press("Save");
        assertThat(list()).contains("every Thursday at 7:00");

        press(named.replace("Change:", "Send to me now:"));
        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("on its way to you");
        assertThat(list()).contains("Your try: Nov 17, 2026", "on its way");
        assertThat(UI.getCurrent().getPollInterval())
                .as("it looks again by itself")
                .isPositive();
        press(named.replace("Change:", "Send to me now:"));
        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("One is on its way to you already.");

        fixture.jdbc().sql("update report_run set state = 'SENT'").update();
        look();
        assertThat(list()).contains("Your try: Nov 17, 2026", "sent");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);

        choose("End");
        press("End");
        assertThat(list()).contains("Subscribe to a report above");
    }

    @Test
    void whoWasSubscribedByHrStopsItForThemselves() {
        open(Role.MANAGER, Locale.GERMAN);
        account(81, "Helga Human", null, Role.HR);
        fixture.jdbc().sql("""
                        insert into report_subscription (owner_id, kind, cycle_id, rhythm, weekday, month_day, at_time,
                            delivery, active, created_at)
                        values (81, 'TEAM', ?, 'WEEKLY', 'MONDAY', 1, time '07:00:00', 'LINK', true, current_timestamp)""").param(quarter.cycle).update();
        fixture.jdbc().sql("""
                        insert into report_recipient (subscription_id, account_id, since)
                        select id, ?, timestamp '2026-11-17 09:00:00+00' from report_subscription""").param(me).update();
        look();

        assertThat(list())
                .contains("Teamfortschritt", "Q4 2026 · jeden Montag um 07:00 · Excel")
                .contains("Als Link, der nach der Anmeldung fragt", "Für Sie; eingerichtet von Helga Human")
                .contains("Nächster: Montag, 23. November 2026 um 07:00 (UTC)")
                .doesNotContain("reports.");
        assertThat($view(MoreMenu.class).all()).isEmpty();
        press("Für mich beenden: Teamfortschritt, Q4 2026, Excel");
        press("Für mich beenden");
        assertThat(list()).contains("Abonnieren Sie oben einen Bericht");
    }
}
