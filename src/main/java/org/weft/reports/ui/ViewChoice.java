package org.weft.reports.ui;

import org.weft.progress.ProgressView;

/**
 * Of whom a report can be, and with which columns.
 *
 * @param name as it is offered
 */
record ViewChoice(String name, ProgressView view) {}
