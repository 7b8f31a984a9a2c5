package org.weft.progress.ui;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Initials;
import org.weft.base.ui.MarkedRows;
import org.weft.progress.GroupKey;
import org.weft.progress.LiveRow;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressGroup;
import org.weft.progress.ProgressGrouping;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSort;

/**
 * The progress list in groups, each with its subtotals and closed at first. Groups are read a page at a time, and so are
 * the people of those that are open.
 */
class GroupedGrid extends TreeGrid<GroupedLine> {

    /** Reads what the page shows now. */
    interface Rows {
        long groups(ProgressGrouping by);

        List<ProgressGroup> groups(ProgressGrouping by, int offset, int limit);

        /** Reads these groups again. */
        List<ProgressGroup> groups(Collection<GroupKey> keys);

        List<ProgressRow> people(GroupKey group, int offset, int limit);

        /** Reads these participants again. */
        List<LiveRow<ProgressRow>> again(Collection<Long> participantIds);
    }

    private final LiveRows<GroupedLine> live;
    private final Map<GroupKey, ProgressGroup> loaded = new HashMap<>();
    private final GridColumns<GroupedLine> columns;
    private final MarkedRows<GroupedLine> marked = new MarkedRows<>(this, GroupedLine::participantId);
    private final PersonCells people;
    private final Formats formats = Formats.of(this);
    private ProgressGrouping by = ProgressGrouping.TEAM;
    private ProgressSort sort = ProgressSort.DEFAULT;
    private @Nullable Long openPerson;

    /** @param address where the page is, for the links of the names */
    GroupedGrid(Rows rows, Supplier<ProgressAddress> address, GridColumns.Changes changes) {
        live = new LiveRows<>(
                this,
                GroupedLine::participantId,
                this::place,
                ids -> rows.again(ids).stream()
                        .map(one -> new LiveRow<GroupedLine>(new GroupedLine.Person(one.row()), one.matches()))
                        .toList());
        live.sums(() -> sum(rows));
        addClassNames("weft-progress-grid", "weft-progress-grouped");
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        setPageSize(50);
        setAriaLabel(getTranslation("progress.title"));
        setSelectionModel(marked, SelectionMode.MULTI);
        setItemSelectableProvider(line -> line instanceof GroupedLine.Person);

        people = new PersonCells(this, formats, address);
        var cells = new ProgressCells<GroupedLine>(this::words);
        columns = new GridColumns<>(
                this,
                GroupedCard.of(this::words, people::path, this::toggle),
                column -> column == ProgressColumn.NAME ? name() : cells.of(column),
                changes);
        setPartNameGenerator(line -> line instanceof GroupedLine.Group
                ? "group"
                : Objects.equals(((GroupedLine.Person) line).row().personId(), openPerson) ? "open" : null);
        setDataProvider(new Lines(rows));
    }

    /** The subtotals of open groups follow their people; those of closed ones are of when they were read. */
    private void sum(Rows rows) {
        var open = loaded.values().stream()
                .filter(group -> isExpanded(new GroupedLine.Group(group)))
                .map(ProgressGroup::key)
                .toList();
        rows.groups(open).forEach(now -> {
            if (!now.equals(loaded.put(now.key(), now))) {
                getDataProvider().refreshItem(new GroupedLine.Group(now));
            }
        });
    }

    private Object place(GroupedLine line) {
        return line instanceof GroupedLine.Person(var row) ? Places.of(row, sort.column()) : line.id();
    }

    private ProgressCard.Words words(GroupedLine line) {
        return switch (line) {
            case GroupedLine.Group(var group) -> new GroupWords(this, formats, group);
            case GroupedLine.Person(var row) -> people.words(row);
        };
    }

    private LitRenderer<GroupedLine> name() {
        return LitRenderer.<GroupedLine>of("""
                        ${item.group
                          ? html`<vaadin-grid-tree-toggle class="weft-group" @click=${onClick} .leaf=${!model.hasChildren}
                              .expanded=${live(model.expanded)} .level=${model.level}
                              ><span class="weft-person-words">
                                <span class="weft-person-name">${item.name}</span>
                                <span class="weft-person-sub weft-numbers">${item.sub}</span>
                              </span></vaadin-grid-tree-toggle>`
                          : html`<div class="weft-person weft-group-member">
                              <span class="weft-avatar" aria-hidden="true">${item.initials}</span>
                              <span class="weft-person-words">
                                <a class="weft-person-name" href="${item.path}" title="${item.name}" router-link>${item.name}</a>
                                <span class="weft-person-sub">${item.sub}</span>
                              </span>
                            </div>`}""")
                .withProperty("group", line -> line instanceof GroupedLine.Group)
                .withProperty("name", line -> switch (line) {
                    case GroupedLine.Group(var group) -> new GroupWords(this, formats, group).name();
                    case GroupedLine.Person(var row) -> row.name();
                })
                .withProperty("sub", line -> switch (line) {
                    case GroupedLine.Group(var group) -> new GroupWords(this, formats, group).sub();
                    case GroupedLine.Person(var row) -> people.gone(row);
                })
                .withProperty(
                        "initials", line -> line instanceof GroupedLine.Person(var row) ? Initials.of(row.name()) : "")
                .withProperty("path", line -> line instanceof GroupedLine.Person(var row) ? people.path(row) : "")
                .withFunction("onClick", this::toggle);
    }

    /** Opens a group, or closes it. */
    void toggle(GroupedLine line) {
        if (isExpanded(line)) {
            collapse(List.of(line), true);
        } else {
            expand(List.of(line), true);
        }
    }

    /** Shows the groups anew; so many people match. */
    void show(ProgressGrouping grouping, GridLayout layout, ProgressSort nowSort) {
        by = grouping;
        sort = nowSort;
        live.clear();
        loaded.clear();
        columns.show(layout, sort);
        getDataProvider().refreshAll();
    }

    /** Shows the same rows in other columns. */
    void show(GridLayout layout) {
        columns.show(layout, sort);
    }

    void open(@Nullable Long personId) {
        var before = openPerson;
        if (!Objects.equals(before, personId)) {
            openPerson = personId;
            live.redraw(line -> line instanceof GroupedLine.Person(var row)
                    && (Objects.equals(row.personId(), before) || Objects.equals(row.personId(), personId)));
        }
    }

    LiveRows<GroupedLine> live() {
        return live;
    }

    MarkedRows<GroupedLine> marked() {
        return marked;
    }

    void narrow(boolean narrow) {
        columns.narrow(narrow);
    }

    /** The groups, and under each its people. */
    private final class Lines extends AbstractBackEndHierarchicalDataProvider<GroupedLine, Void> {
        private final Rows rows;

        private Lines(Rows rows) {
            this.rows = rows;
        }

        @Override
        public int getChildCount(HierarchicalQuery<GroupedLine, Void> query) {
            var count = query.getParent() instanceof GroupedLine.Group(var group) ? group.people() : rows.groups(by);
            return (int) Math.min(Integer.MAX_VALUE, count);
        }

        @Override
        public boolean hasChildren(GroupedLine line) {
            return line instanceof GroupedLine.Group;
        }

        @Override
        protected Stream<GroupedLine> fetchChildrenFromBackEnd(HierarchicalQuery<GroupedLine, Void> query) {
            return query.getParent() instanceof GroupedLine.Group(var group)
                    ? live
                            .load(rows.people(group.key(), query.getOffset(), query.getLimit()).stream()
                                    .<GroupedLine>map(GroupedLine.Person::new)
                                    .toList())
                            .stream()
                    : rows.groups(by, query.getOffset(), query.getLimit()).stream()
                            .peek(group -> loaded.put(group.key(), group))
                            .map(GroupedLine.Group::new);
        }

        @Override
        public Object getId(GroupedLine line) {
            return line.id();
        }
    }
}
