package org.weft.bench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;

/**
 * The yardstick of {@link SessionBench}: the progress list as it is written without thinking of size, a component for
 * every cell. It shows the same rows in the same columns, and has neither filters nor a frame around it.
 */
@PermitAll
class ComponentGrid extends Div {

    static final String ROUTE = "bench/components";

    /** There is no {@code @Route}, so that no test finds it. */
    static final class Registration implements VaadinServiceInitListener {
        @Override
        public void serviceInit(ServiceInitEvent event) {
            var registry =
                    ApplicationRouteRegistry.getInstance(event.getSource().getContext());
            RouteConfiguration.forRegistry(registry).setRoute(ROUTE, ComponentGrid.class);
        }
    }

    private final Formats formats = Formats.of(this);

    ComponentGrid(ProgressService progress) {
        var filter = ProgressFilter.of(BenchData.CYCLE);
        var scope = new Scope.Everybody();
        var matching = progress.count(scope, filter).matching().number();
        var grid = new Grid<ProgressRow>();
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        for (var column : ProgressColumn.values()) {
            grid.addComponentColumn(cell(column))
                    .setHeader(getTranslation("progress.column." + column.name()))
                    .setKey(column.property())
                    .setSortable(true)
                    .setResizable(true);
        }
        grid.setDataProvider(new CallbackDataProvider<>(
                query ->
                        progress
                                .list(scope, filter, ProgressSort.DEFAULT, query.getOffset(), query.getLimit())
                                .stream(),
                query -> (int) matching,
                ProgressRow::id));
        add(grid);
    }

    private ValueProvider<ProgressRow, Component> cell(ProgressColumn column) {
        return switch (column) {
            case NAME -> this::person;
            case TEAM -> row -> new Span(Objects.requireNonNullElse(row.team(), Formats.NOTHING));
            case LEVEL -> row -> new Span(getTranslation("level." + row.level().name()));
            case COHORT -> row -> new Span(row.cohort());
            case PROGRESS -> this::progress;
            case DONE -> row -> new Span(formats.of(row.completed(), row.live()));
            case CONVERSATIONS -> row -> new Span(formats.number(row.conversations()));
            case EXTERNAL -> row -> new Span(formats.number(row.external()));
            case NEXT_DUE -> this::due;
            case HEALTH -> this::health;
            case LAST_ACTIVITY -> row -> moment(row.lastActivity());
            case LAST_REMINDER -> row -> moment(row.lastReminder());
        };
    }

    private Component person(ProgressRow row) {
        var name = new Anchor("progress?person=" + row.personId(), row.name());
        var words = new VerticalLayout(name, new Span(row.active() ? "" : getTranslation("progress.person.left")));
        words.setPadding(false);
        words.setSpacing(false);
        return new HorizontalLayout(new Avatar(row.name()), words);
    }

    private Component progress(ProgressRow row) {
        return new HorizontalLayout(
                new ProgressBar(0, 1, Math.min(1, row.progress())), new Span(formats.percent(row.progress())));
    }

    private Component due(ProgressRow row) {
        if (row.nextDue() == null) {
            return new Span(Formats.NOTHING);
        }
        var date = new Span(formats.shortDate(row.nextDue(), row.today()));
        date.setTitle(formats.longDate(row.nextDue()));
        return row.overdueDays() > 0
                ? new VerticalLayout(date, new Span(formats.overdue(row.nextDue(), row.today())))
                : date;
    }

    private Component health(ProgressRow row) {
        var badge = new Span(getTranslation("health." + row.health().name()));
        badge.addClassName("weft-badge");
        badge.getElement().setAttribute("data-tone", row.health().name().toLowerCase(Locale.ROOT));
        return badge;
    }

    private Component moment(@Nullable Instant at) {
        if (at == null) {
            return new Span(Formats.NOTHING);
        }
        var day = new Span(formats.date(at));
        day.setTitle(formats.exact(at));
        return day;
    }
}
