package org.weft.reports.downloads;

/** Where a workbook stands that was asked for. Its words are the keys {@code reports.download.state.<name>}. */
public enum DownloadState {
    /** For a node to take it up. */
    WAITING,
    RUNNING,
    READY,
    /** It is there, and shows what its owner may no longer see. Never stored: roles may come back. */
    WITHHELD,
    FAILED,
    CANCELLED;

    /** Whether it may still become a file. */
    public boolean underWay() {
        return this == WAITING || this == RUNNING;
    }
}
