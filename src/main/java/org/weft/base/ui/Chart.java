package org.weft.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart: its title is the finding or the question. Follows light and dark, takes the width it is given, can be read as
 * a table, and tells which bar or point was chosen.
 *
 * <pre>{@code
 * add(new Chart(Chart.Type.ROWS, getTranslation("reports.chart.departments"))
 *         .categories(departments)
 *         .series(getTranslation("reports.figure.completion"), rates)
 *         .percent());
 * }</pre>
 */
@Tag("x-chart")
@JsModule("context://components/x-chart.js")
public class Chart extends Component implements HasSize, HasStyle {

    /** How the values are drawn. */
    public enum Type {
        /** Upright bars: few categories with short names, or time. */
        BARS,
        /** Lying bars: many categories, or long names. The first category stands on top. */
        ROWS,
        /** Lines over time. */
        LINES,
        /** A table of colours: a category is a row, a series a column; the deeper the colour, the more. */
        HEAT
    }

    private final Map<String, Object> model = new HashMap<>();
    private final List<Map<String, Object>> series = new ArrayList<>();

    public Chart(Type type, String title) {
        addClassName("weft-chart");
        model.put("type", type.name());
        model.put("heading", title);
        model.put("series", series);
        model.put("categories", List.of());
    }

    /** A line below the title: the unit, the period, what is left out. */
    public Chart context(String text) {
        model.put("context", text);
        return this;
    }

    /** What the values of each series belong to, in order. */
    public Chart categories(List<String> names) {
        model.put("categories", List.copyOf(names));
        return this;
    }

    /** Values in the order of the categories; null where there is none (a hidden small group). */
    public Chart series(String name, List<? extends @Nullable Number> values) {
        return series(name, null, values);
    }

    /** As {@link #series(String, List)} in a colour of status; only for values that are a status. */
    public Chart series(String name, @Nullable Tone tone, List<? extends @Nullable Number> values) {
        var one = new HashMap<String, Object>();
        one.put("name", name);
        one.put("values", new ArrayList<>(values));
        if (tone != null) {
            one.put("tone", tone.css());
        }
        series.add(one);
        return this;
    }

    /** What should be, beside what is: a dashed line, also over bars. */
    public Chart target(String name, List<? extends @Nullable Number> values) {
        series(name, values);
        series.getLast().put("target", true);
        return this;
    }

    /** Words on each category that are no value of a series: in the table a column of this name. */
    public Chart details(String name, List<String> words) {
        model.put("details", Map.of("name", name, "words", List.copyOf(words)));
        return this;
    }

    /** What is said where there is no value; without it, that a small group is hidden. */
    public Chart missing(String words) {
        model.put("missing", words);
        return this;
    }

    /** The values are fractions and read as percentages; the axis ends at 100 %. */
    public Chart percent() {
        model.put("percent", true);
        return this;
    }

    /** Series of one category stand on each other instead of side by side. */
    public Chart stacked() {
        model.put("stacked", true);
        return this;
    }

    /** Each value is chosen for itself, as the fields of a heat map are; otherwise a category as a whole. */
    public Chart eachValue() {
        model.put("each", true);
        return this;
    }

    /** Takes all data away, for figures to be set anew. */
    public Chart clear() {
        series.clear();
        model.put("categories", List.of());
        return this;
    }

    /** Sends what was set since to the browser; needed only once the chart is shown. */
    public void refresh() {
        getElement().setPropertyMap("model", model);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        model.put("locale", ui.getLocale().toLanguageTag());
        model.put(
                "words",
                Map.of(
                        "table", getTranslation("base.chart.table"),
                        "chart", getTranslation("base.chart.chart"),
                        "empty", getTranslation("base.chart.empty"),
                        "hidden", getTranslation("base.chart.hidden"),
                        "many", getTranslation("base.chart.many")));
        refresh();
    }

    /** Tells which bar or point was chosen, by mouse or by keyboard in the table. */
    public Registration addSelectListener(ComponentEventListener<SelectEvent> listener) {
        model.put("selectable", true);
        return addListener(SelectEvent.class, listener);
    }

    /** One value of the chart was chosen. */
    @DomEvent("chart-select")
    public static class SelectEvent extends ComponentEvent<Chart> {

        private final int category;
        private final int series;

        public SelectEvent(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.category") int category,
                @EventData("event.detail.series") int series) {
            super(source, fromClient);
            this.category = category;
            this.series = series;
        }

        /** The place of the chosen category in {@link Chart#categories}. */
        public int category() {
            return category;
        }

        /** The place of the chosen series, in the order they were added. */
        public int series() {
            return series;
        }
    }
}
