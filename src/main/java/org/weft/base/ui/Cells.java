package org.weft.base.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the cells of grids. Each draws plain elements in the browser, without a component per cell. Values are
 * put in as text, never as markup.
 */
public final class Cells {

    private Cells() {}

    /** Initials, name, and a small line below it, which may be empty. */
    public static <T> LitRenderer<T> person(ValueProvider<T, String> name, ValueProvider<T, String> subLine) {
        return LitRenderer.<T>of("""
                        <div class="weft-person">
                          <span class="weft-avatar" aria-hidden="true">${item.initials}</span>
                          <span class="weft-person-words">
                            <span class="weft-person-name" title="${item.name}">${item.name}</span>
                            <span class="weft-person-sub" title="${item.sub}">${item.sub}</span>
                          </span>
                        </div>""")
                .withProperty("initials", item -> Initials.of(name.apply(item)))
                .withProperty("name", name)
                .withProperty("sub", subLine);
    }

    /** As {@link #person(ValueProvider, ValueProvider)}, the name a link into the portal, such as {@code person/7}. */
    public static <T> LitRenderer<T> person(
            ValueProvider<T, String> name, ValueProvider<T, String> subLine, ValueProvider<T, String> path) {
        return LitRenderer.<T>of("""
                        <div class="weft-person">
                          <span class="weft-avatar" aria-hidden="true">${item.initials}</span>
                          <span class="weft-person-words">
                            <a class="weft-person-name" href="${item.path}" title="${item.name}" router-link>${item.name}</a>
                            <span class="weft-person-sub" title="${item.sub}">${item.sub}</span>
                          </span>
                        </div>""")
                .withProperty("initials", item -> Initials.of(name.apply(item)))
                .withProperty("name", name)
                .withProperty("sub", subLine)
                .withProperty("path", path);
    }

    /** A bar and its words, such as "3 of 4". The fraction is 0 to 1. */
    public static <T> LitRenderer<T> progress(ValueProvider<T, Double> fraction, ValueProvider<T, String> label) {
        return LitRenderer.<T>of("""
                        <div class="weft-progress ${item.full ? 'weft-progress-full' : ''}">
                          <span class="weft-progress-bar" aria-hidden="true"
                            ><span class="weft-progress-fill" style="inline-size: ${item.width}"></span></span>
                          <span class="weft-progress-label weft-numbers">${item.label}</span>
                        </div>""")
                .withProperty("width", item -> ProgressLine.width(fraction.apply(item)))
                .withProperty("full", item -> fraction.apply(item) >= 1)
                .withProperty("label", label);
    }

    /** A state. An empty word draws nothing. */
    public static <T> LitRenderer<T> badge(ValueProvider<T, Tone> tone, ValueProvider<T, String> label) {
        return LitRenderer.<T>of("""
                        ${item.word ? html`<span class="weft-badge" data-tone="${item.tone}">${item.word}</span>` : ''}""")
                .withProperty("tone", item -> tone.apply(item).css())
                .withProperty("word", label);
    }

    /** A title that leads into the portal, and a small line below it, which may be empty. */
    public static <T> LitRenderer<T> link(
            ValueProvider<T, String> label, ValueProvider<T, String> subLine, ValueProvider<T, String> path) {
        return LitRenderer.<T>of("""
                        <div class="weft-two-lines">
                          <a href="${item.path}" title="${item.label}" router-link>${item.label}</a>
                          ${item.sub ? html`<span class="weft-sub" title="${item.sub}">${item.sub}</span>` : ''}
                        </div>""")
                .withProperty("label", label)
                .withProperty("sub", subLine)
                .withProperty("path", path);
    }

    /** A line and a small line below it, which may be empty. */
    public static <T> LitRenderer<T> twoLines(ValueProvider<T, String> label, ValueProvider<T, String> subLine) {
        return LitRenderer.<T>of("""
                        <div class="weft-two-lines">
                          <span title="${item.label}">${item.label}</span>
                          ${item.sub ? html`<span class="weft-sub" title="${item.sub}">${item.sub}</span>` : ''}
                        </div>""").withProperty("label", label).withProperty("sub", subLine);
    }

    /** A line, and two small ones below it, each of which may be empty. */
    public static <T> LitRenderer<T> threeLines(
            ValueProvider<T, String> label, ValueProvider<T, String> subLine, ValueProvider<T, String> note) {
        return LitRenderer.<T>of("""
                        <div class="weft-two-lines">
                          <span title="${item.label}">${item.label}</span>
                          ${item.sub ? html`<span class="weft-sub" title="${item.sub}">${item.sub}</span>` : ''}
                          ${item.note ? html`<span class="weft-sub" title="${item.note}">${item.note}</span>` : ''}
                        </div>""")
                .withProperty("label", label)
                .withProperty("sub", subLine)
                .withProperty("note", note);
    }

    /** A date in the reader's short form; "–" for none. The whole date on hover. */
    public static <T> LitRenderer<T> date(ValueProvider<T, @Nullable LocalDate> date, Formats formats) {
        return LitRenderer.<T>of("""
                        <span class="weft-numbers" title="${item.exact}">${item.date}</span>""")
                .withProperty("date", item -> shortDate(date.apply(item), formats))
                .withProperty("exact", item -> exactDate(date.apply(item), formats));
    }

    /**
     * A due date; where it has passed and the thing is still open, "3 days overdue" beside it.
     *
     * @param open whether the thing still waits to be done
     * @param today the day in the zone the due date is meant in
     */
    public static <T> LitRenderer<T> due(
            ValueProvider<T, @Nullable LocalDate> date,
            SerializablePredicate<T> open,
            Formats formats,
            LocalDate today) {
        return LitRenderer.<T>of("""
                        <span class="weft-due" title="${item.exact}">
                          <span class="weft-numbers">${item.date}</span>
                          ${item.note ? html`<span class="weft-due-note">${item.note}</span>` : ''}
                        </span>""")
                .withProperty("date", item -> shortDate(date.apply(item), formats))
                .withProperty("exact", item -> exactDate(date.apply(item), formats))
                .withProperty("note", item -> {
                    var due = date.apply(item);
                    return due != null && due.isBefore(today) && open.test(item) ? formats.overdue(due, today) : "";
                });
    }

    /** The day of a moment in the reader's zone; "–" for none. The exact moment on hover. */
    public static <T> LitRenderer<T> moment(ValueProvider<T, @Nullable Instant> moment, Formats formats) {
        return LitRenderer.<T>of("""
                        <span class="weft-numbers" title="${item.exact}">${item.date}</span>""")
                .withProperty("date", item -> {
                    var at = moment.apply(item);
                    return at == null ? Formats.NOTHING : formats.date(at);
                })
                .withProperty("exact", item -> {
                    var at = moment.apply(item);
                    return at == null ? "" : formats.exact(at);
                });
    }

    private static String shortDate(@Nullable LocalDate date, Formats formats) {
        return date == null ? Formats.NOTHING : formats.date(date);
    }

    private static String exactDate(@Nullable LocalDate date, Formats formats) {
        return date == null ? "" : formats.longDate(date);
    }
}
