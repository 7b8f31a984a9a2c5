package org.weft.progress.ui;

import org.weft.progress.ProgressGroup;
import org.weft.progress.ProgressRow;

/** A line of the grouped list. */
sealed interface GroupedLine {

    /** The same for the same group or participant, whatever its figures. */
    Object id();

    /** Whom the line can be marked as; 0 for nobody. */
    long participantId();

    /** A group with its subtotals. */
    record Group(ProgressGroup group) implements GroupedLine {
        @Override
        public Object id() {
            return group.key();
        }

        @Override
        public long participantId() {
            return 0;
        }
    }

    /** Somebody in the group above. */
    record Person(ProgressRow row) implements GroupedLine {
        @Override
        public Object id() {
            return row.id();
        }

        @Override
        public long participantId() {
            return row.id();
        }
    }
}
