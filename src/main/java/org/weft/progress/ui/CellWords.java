package org.weft.progress.ui;

import org.weft.base.ui.Tone;

/** What stands in the cells of a line of the list, in the reader's words; empty where nothing does. */
interface CellWords {

    String team();

    String level();

    String cohort();

    /** 0 to 1. */
    double fraction();

    String percent();

    String done();

    String conversations();

    String external();

    String due();

    /** The whole date, on hover. */
    String dueExact();

    /** "3 days overdue". */
    String dueNote();

    Tone healthTone();

    String health();

    String activity();

    String activityExact();

    String reminder();

    String reminderExact();
}
