package org.weft.workbook.pdf;

import java.awt.Color;

/** How a text looks. */
record Ink(boolean bold, float size, Color color) {

    static final Color BRAND = new Color(0x0f5e63);
    static final Color TEXT = new Color(0x1d2529);
    static final Color QUIET = new Color(0x59636b);
    static final Color LINE = new Color(0xd5dcdf);
    static final Color TINT = new Color(0xeff6f6);

    static final Ink TITLE = new Ink(true, 20, BRAND);
    static final Ink HEADING = new Ink(true, 11.5f, BRAND);
    static final Ink FIGURE = new Ink(true, 19, TEXT);
    static final Ink LABEL = new Ink(false, 8.5f, QUIET);
    static final Ink BODY = new Ink(false, 9, TEXT);
    static final Ink SMALL = new Ink(false, 7.5f, QUIET);
    static final Ink SMALL_STRONG = new Ink(true, 7.5f, TEXT);
    static final Ink CELL = new Ink(false, 8, TEXT);
    static final Ink COLUMN = new Ink(true, 7.5f, BRAND);

    /** From one line to the next. */
    float line() {
        return size * 1.35f;
    }

    /** From the top of a line to where its letters stand. */
    float rise() {
        return size * 1.05f;
    }

    Ink size(float other) {
        return new Ink(bold, other, color);
    }
}
