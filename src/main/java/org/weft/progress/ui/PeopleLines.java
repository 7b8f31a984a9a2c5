package org.weft.progress.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;
import org.weft.base.ui.MarkedRows;
import org.weft.base.ui.RowKeys;
import org.weft.progress.GroupKey;
import org.weft.progress.LiveRow;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressGroup;
import org.weft.progress.ProgressGrouping;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;

/** The lines of the list: the people one below the other, or in groups. Who is marked stays so in either form. */
class PeopleLines extends Div implements GroupedGrid.Rows {

    private final ProgressService progress;
    private final ProgressPage page;
    private final ProgressGrid grid;
    /** Made when somebody groups: it costs as much as the list itself. */
    private @Nullable GroupedGrid groups;

    private Runnable onMark = () -> {};
    private boolean narrow;
    private ProgressFilter filter = ProgressFilter.of(0);
    private ProgressSort sort = ProgressSort.DEFAULT;
    private @Nullable ProgressGrouping grouping;
    private Count matching = Count.exactly(0);

    PeopleLines(ProgressService progress, ProgressPage page) {
        this.progress = progress;
        this.page = page;
        setSizeFull();
        grid = new ProgressGrid(
                (near, offset, limit) -> progress.list(page.scope(), filter, sort, near, offset, limit),
                this::again,
                page::address,
                page);
        grid.addItemClickListener(event -> open(event.getItem()));
        RowKeys.listen(grid, this::open, grid.marked()::toggle);
        use(grid.marked());
        add(grid);
    }

    private GroupedGrid grouped() {
        var known = groups;
        if (known == null) {
            var made = new GroupedGrid(this, page::address, page);
            made.addItemClickListener(event -> {
                if (event.getItem() instanceof GroupedLine.Person(var row)) {
                    open(row);
                }
            });
            RowKeys.listen(made, this::enter, made.marked()::toggle);
            use(made.marked());
            made.narrow(narrow);
            groups = made;
            return made;
        }
        return known;
    }

    private void use(MarkedRows<?> marked) {
        marked.countWith(this::count);
        marked.onChange(() -> onMark.run());
    }

    private long count() {
        return progress.matching(page.scope(), filter);
    }

    private void open(ProgressRow row) {
        page.go(page.address().person(row.personId()));
    }

    private void enter(GroupedLine line) {
        switch (line) {
            case GroupedLine.Group group -> grouped().toggle(group);
            case GroupedLine.Person(var row) -> open(row);
        }
    }

    /** The rows that are marked, in the form that shows. */
    MarkedRows<?> marked() {
        return grouping == null ? grid.marked() : grouped().marked();
    }

    void onMark(Runnable changed) {
        onMark = changed;
    }

    /** Shows other rows; so many match. */
    void show(ProgressFilter nowFilter, ProgressSort nowSort, GridLayout layout, Count nowMatching) {
        var same = nowFilter.equals(filter);
        filter = nowFilter;
        if (same) {
            marked().among(nowMatching);
        } else {
            marked().clear(nowMatching);
        }
        sort = nowSort;
        matching = nowMatching;
        use(layout.grouping());
        read(layout);
    }

    /** Shows the same rows in another layout. */
    void layout(GridLayout layout) {
        if (!Objects.equals(layout.grouping(), grouping)) {
            use(layout.grouping());
            read(layout);
        } else if (grouping == null) {
            grid.show(layout);
        } else {
            grouped().show(layout);
        }
    }

    private void use(@Nullable ProgressGrouping by) {
        if ((by == null) != (grouping == null)) {
            var from = marked().selection();
            removeAll();
            add(by == null ? grid : grouped());
            grouping = by;
            marked().mark(from, matching);
        }
        grouping = by;
    }

    private void read(GridLayout layout) {
        if (grouping == null) {
            grid.show(layout, sort, matching);
        } else {
            grouped().show(grouping, layout, sort);
        }
    }

    /** The rows it has loaded, to be kept up to date. */
    LiveRows<?> live() {
        return grouping == null ? grid.live() : grouped().live();
    }

    void open(@Nullable Long personId) {
        grid.open(personId);
        if (groups != null) {
            groups.open(personId);
        }
    }

    void narrow(boolean now) {
        narrow = now;
        grid.narrow(now);
        if (groups != null) {
            groups.narrow(now);
        }
    }

    @Override
    public List<LiveRow<ProgressRow>> again(Collection<Long> participantIds) {
        return progress.again(page.scope(), filter, participantIds);
    }

    @Override
    public long groups(ProgressGrouping by) {
        return progress.groupCount(page.scope(), filter, by);
    }

    @Override
    public List<ProgressGroup> groups(ProgressGrouping by, int offset, int limit) {
        return progress.groups(page.scope(), filter, by, offset, limit);
    }

    @Override
    public List<ProgressGroup> groups(Collection<GroupKey> keys) {
        return progress.groups(page.scope(), filter, keys);
    }

    @Override
    public List<ProgressRow> people(GroupKey group, int offset, int limit) {
        return progress.list(page.scope(), filter, group, sort, offset, limit);
    }
}
