package org.weft.progress.ui;

/** Where a person is shown: beside the list or the matrix, or on the page of its own. */
interface PersonHost {

    /** Shows what another address says: somebody else, or, beside a list, nobody. */
    void go(ProgressAddress next);

    /** Something was changed that the rest of the page shows too. */
    void changed();

    /** Whether there is a list beside it, which it can be closed in favour of. */
    boolean beside();
}
