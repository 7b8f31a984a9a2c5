package org.weft.reports.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.ui.DraftForm;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.reports.subscriptions.CycleChoice;
import org.weft.reports.subscriptions.Delivery;
import org.weft.reports.subscriptions.Rhythm;
import org.weft.reports.subscriptions.SubscribedReport;
import org.weft.reports.subscriptions.SubscriptionDraft;
import org.weft.reports.subscriptions.Timing;
import org.weft.workbook.FileFormat;

/** What a subscription says, and when the next report comes by it, as one chooses. */
class SubscriptionForm extends DraftForm<SubscriptionDraft> {

    private final ReportKind kind;
    private final Set<Long> me;
    private final transient Asking asking;
    private final @Nullable RecipientPicker recipients;
    private final transient List<CycleChoice> choices;
    private final ComboBox<CycleChoice> about = new ComboBox<>();
    private final ViewPicker people;
    private final RadioButtonGroup<Rhythm> rhythm = new RadioButtonGroup<>();
    private final Select<DayOfWeek> weekday = new Select<>();
    private final Select<Integer> monthDay = new Select<>();
    private final TimePicker time = new TimePicker();
    private final RadioButtonGroup<FileFormat> format = new RadioButtonGroup<>();
    private final RadioButtonGroup<Delivery> delivery = new RadioButtonGroup<>();
    private final Paragraph nextWords = new Paragraph();
    private final Paragraph eachWords = new Paragraph(getTranslation("reports.subscription.next.each"));
    private final Div foot = new Div(nextWords, eachWords);
    private final transient SubscriptionTimes times = new SubscriptionTimes(this);
    private final transient FormatWords formats = new FormatWords(this);
    /** Nothing follows from what is not whole. */
    private boolean filling = true;

    /** What the form asks for as one chooses. */
    interface Asking {

        /** When the next report would come. */
        Optional<ZonedDateTime> next(SubscriptionDraft draft);

        /** What its filter is called, each facet by name. */
        List<Text> filter(SubscribedReport report);
    }

    /**
     * @param people of whom it can be
     * @param me the reader's account
     * @param recipients null for who subscribes nobody but themselves
     */
    SubscriptionForm(
            ReportKind kind,
            List<CycleChoice> choices,
            ViewPicker people,
            long me,
            @Nullable RecipientPicker recipients,
            Asking asking) {
        this.kind = kind;
        this.me = Set.of(me);
        this.recipients = recipients;
        this.asking = asking;
        this.choices = new ArrayList<>(choices);
        this.people = people;
        about.setLabel(getTranslation("reports.subscription.about"));
        about.setItems(choices);
        about.setItemLabelGenerator(this::words);
        rhythm.setLabel(getTranslation("reports.subscription.rhythm"));
        rhythm.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        rhythm.setItems(Rhythm.values());
        rhythm.setItemLabelGenerator(value -> getTranslation("reports.subscription.rhythm." + value.name()));
        weekday.setLabel(getTranslation("reports.subscription.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
        monthDay.setLabel(getTranslation("reports.subscription.monthDay"));
        monthDay.setItems(IntStream.concat(IntStream.rangeClosed(1, Timing.LATEST_DAY), IntStream.of(Timing.LAST_DAY))
                .boxed()
                .toList());
        monthDay.setItemLabelGenerator(
                day -> day == Timing.LAST_DAY ? getTranslation("reports.subscription.lastDay") : String.valueOf(day));
        time.setLabel(getTranslation("reports.subscription.time"));
        time.setStep(Duration.ofMinutes(30));
        format.setLabel(getTranslation("reports.subscription.format"));
        format.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        format.setItems(FileFormat.values());
        format.setItemLabelGenerator(formats::of);
        format.addValueChangeListener(event -> format.setHelperText(formats.holds(kind, event.getValue())));
        delivery.setLabel(getTranslation("reports.subscription.delivery"));
        delivery.setItems(Delivery.values());
        delivery.setItemLabelGenerator(value -> getTranslation("reports.subscription.delivery." + value.name()));
        foot.addClassName("weft-reports-next");
        foot.getElement().setAttribute("role", "status");
        add(about, people, rhythm, weekday, monthDay, time, format, delivery);
        setColspan(about, 2);
        setColspan(people, 2);
        setColspan(rhythm, 2);
        setColspan(format, 2);
        setColspan(delivery, 2);
        if (recipients != null) {
            add(recipients);
            setColspan(recipients, 2);
        }
        add(foot);
        setColspan(foot, 2);
        List.<HasValue<?, ?>>of(about, people, rhythm, weekday, monthDay, time, format)
                .forEach(field -> field.addValueChangeListener(event -> arrange()));
        if (recipients != null) {
            recipients.addValueChangeListener(event -> arrange());
        }
    }

    /** Suggests what most want, of those a view shows. */
    void suggest(ProgressView view) {
        set(new SubscriptionDraft(
                report(choices.isEmpty() ? null : choices.getFirst(), FileFormat.XLSX, view),
                Timing.SUGGESTED,
                Delivery.ATTACHMENT,
                me));
    }

    private String words(CycleChoice choice) {
        return choice.programId() == null
                ? choice.name()
                : getTranslation("reports.subscription.about.program", choice.name());
    }

    private SubscribedReport report(@Nullable CycleChoice choice, FileFormat in, ProgressView of) {
        return new SubscribedReport(
                kind, in, of, choice == null ? null : choice.programId(), choice == null ? null : choice.cycleId());
    }

    private SubscribedReport report() {
        return report(about.getValue(), format.getValue(), people.view());
    }

    /** One that is kept may be about what is no longer offered. */
    void know(SubscribedReport report, String name) {
        if (choices.stream().noneMatch(choice -> choice.isOf(report))) {
            choices.add(new CycleChoice(report.programId(), report.cycleId(), name));
            about.setItems(choices);
        }
    }

    private void arrange() {
        if (filling) {
            return;
        }
        weekday.setVisible(rhythm.getValue() == Rhythm.WEEKLY);
        monthDay.setVisible(rhythm.getValue() == Rhythm.MONTHLY);
        var report = report();
        people.say(asking.filter(report), report.columns());
        foot.setVisible(!time.isEmpty() && !about.isEmpty());
        if (foot.isVisible()) {
            var draft = get();
            nextWords.setText(asking.next(draft)
                    .map(due -> getTranslation("reports.subscription.next", times.exact(due)))
                    .orElseGet(() -> getTranslation("reports.subscription.next.none")));
            eachWords.setVisible(!draft.recipients().equals(me));
        }
    }

    @Override
    public SubscriptionDraft get() {
        var at = time.getValue();
        if (at == null) {
            throw new InvalidInputException("time", Text.of("reports.subscription.error.time"));
        }
        return new SubscriptionDraft(
                report(),
                new Timing(rhythm.getValue(), weekday.getValue(), monthDay.getValue(), at),
                delivery.getValue(),
                recipients == null ? me : recipients.ids());
    }

    @Override
    public void set(SubscriptionDraft draft) {
        filling = true;
        about.setValue(choices.stream()
                .filter(choice -> choice.isOf(draft.report()))
                .findFirst()
                .orElse(null));
        people.show(draft.report().view());
        rhythm.setValue(draft.timing().rhythm());
        weekday.setValue(draft.timing().weekday());
        monthDay.setValue(draft.timing().monthDay());
        time.setValue(draft.timing().time());
        format.setValue(draft.report().format());
        delivery.setValue(draft.delivery());
        filling = false;
        arrange();
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        var fields = new HashMap<String, HasValidationProperties>(
                Map.of("about", about, "view", people, "monthDay", monthDay, "time", time));
        if (recipients != null) {
            fields.put("recipients", recipients);
        }
        return fields;
    }
}
