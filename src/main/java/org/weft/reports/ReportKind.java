package org.weft.reports;

import java.util.Set;
import org.weft.access.Role;
import org.weft.progress.ProgressView;

/** The catalogue of workbooks. Their words are the keys {@code report.<name>} and {@code report.about.<name>}. */
public enum ReportKind {
    /** The figures of a cycle on a page, and by department and level; of groups alone. */
    EXECUTIVE(true, Role.EXECUTIVE, Role.HR),
    /** The cohorts of a cycle side by side. */
    COHORTS(false, Role.HR, Role.MANAGER),
    /** Everybody in a cycle, and how far each is. */
    TEAM(false, Role.HR, Role.MANAGER),
    /** What is overdue, and what leads were asked to do about it. */
    OVERDUE(false, Role.HR, Role.MANAGER),
    /** Who has met whom: every conversation, without what was said. */
    CONVERSATIONS(false, Role.HR),
    /** Which departments have talked with which. */
    COVERAGE(true, Role.EXECUTIVE, Role.HR),
    /** What reminders went out, and what followed. */
    REMINDERS(false, Role.HR),
    /** A row for each person, objective and conversation, and the figures counted over them. */
    FACTS(false, Role.HR);

    private final boolean figures;
    private final Set<Role> readers;

    ReportKind(boolean figures, Role... readers) {
        this.figures = figures;
        this.readers = Set.of(readers);
    }

    /** Whether it holds nothing but figures of groups, so that it reaches as far as an executive's figures do. */
    public boolean ofFigures() {
        return figures;
    }

    /** Whether it has a row for each person, of which the columns can be chosen. */
    public boolean ofPeople() {
        return this == TEAM || this == FACTS;
    }

    /** What matters to it of a view: columns only where they can be chosen. */
    public ProgressView of(ProgressView view) {
        return ofPeople() ? view : view.allColumns();
    }

    /** Who may have it made, within what they may see. */
    public Set<Role> readers() {
        return readers;
    }
}
