package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.io.Serializable;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates, moments and numbers as the reader writes them: in the language of the UI and the time zone of the account.
 *
 * <p>Moments are turned to the reader's zone; dates have none and stay what they are.
 */
public final class Formats implements Serializable {

    /** Stands where there is no value. */
    public static final String NOTHING = "–";

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final Locale locale;
    private final ZoneId zone;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** The formats of the component's reader. */
    public static Formats of(Component component) {
        return component
                .getUI()
                .or(() -> java.util.Optional.ofNullable(UI.getCurrent()))
                .map(Formats::of)
                .orElseGet(() -> new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    }

    /** The formats of the UI's reader. */
    public static Formats of(UI ui) {
        var zone = ComponentUtil.getData(ui, ZoneId.class);
        return new Formats(ui.getLocale(), zone == null ? ZoneOffset.UTC : zone);
    }

    /** Says in which zone this UI shows moments. The shell does so when a UI starts. */
    public static void setZone(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    /** "Nov 23, 2026", "23.11.2026". */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** Without the year where it is that of today: "Nov 23"; else as {@link #date}. For narrow columns. */
    public String shortDate(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear()
                ? DateTimeFormatter.ofLocalizedPattern("MMMd")
                        .withLocale(locale)
                        .format(date)
                : date(date);
    }

    /** The day of a moment in the reader's zone. */
    public String date(Instant moment) {
        return date(moment.atZone(zone).toLocalDate());
    }

    /** With the day of the week: "Monday, November 23, 2026". */
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    /** "Nov 23, 2026, 2:30 PM". */
    public String dateTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(moment);
    }

    /**
     * "Mon 8:00 AM": the local time of a moment of the days to come, where it happens. With the date where it is too far off
     * for the day of the week to say which.
     */
    public String soon(ZonedDateTime there, Instant now) {
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, there.getZone()), there.toLocalDate());
        var format = days < DayOfWeek.values().length
                ? DateTimeFormatter.ofLocalizedPattern("Ejm")
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(locale).format(there);
    }

    /** To the second and with its zone, for who wants to know exactly. */
    public String exact(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(moment)
                + " (" + zone.getId() + ")";
    }

    /** From one date to another, both included. */
    public String range(LocalDate from, LocalDate to) {
        return date(from) + " – " + date(to);
    }

    /** "today", "tomorrow", "in 3 days", "yesterday", "3 days ago". */
    public String relativeDays(LocalDate date, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, date);
        return days >= 0 ? words("base.days.ahead", days) : words("base.days.ago", -days);
    }

    /** "3 days overdue"; for a due date before today. */
    public String overdue(LocalDate due, LocalDate today) {
        return words("base.days.overdue", ChronoUnit.DAYS.between(due, today));
    }

    /** Grouped as the locale does: 12,345. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** "4,000+": so many, and more. */
    public String atLeast(long number) {
        return words("base.at-least", number(number));
    }

    /** "340 KB", "12.5 MB": the size of a file. */
    public String size(long bytes) {
        return bytes < MEGABYTE
                ? words("base.size.kilobytes", number((bytes + KILOBYTE - 1) / KILOBYTE))
                : words("base.size.megabytes", number((double) bytes / MEGABYTE, 1));
    }

    /** At most so many digits after the separator. */
    public String number(double number, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /**
     * A whole percentage of a fraction: 0.756 is 76 %. What is not complete never rounds up to 100 %, and what has begun
     * never down to 0 %.
     */
    public String percent(double fraction) {
        var whole = Math.round(fraction * 100);
        if (whole == 100 && fraction < 1) {
            whole = 99;
        } else if (whole == 0 && fraction > 0) {
            whole = 1;
        }
        return NumberFormat.getPercentInstance(locale).format(whole / 100.0);
    }

    /** "3 of 4". */
    public String of(long done, long total) {
        return words("base.of", done, total);
    }

    private String words(String key, Object... args) {
        return provider().getTranslation(key, locale, args);
    }

    private static I18NProvider provider() {
        return VaadinService.getCurrent().getInstantiator().getI18NProvider();
    }
}
