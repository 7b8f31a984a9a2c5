package org.weft.workbook;

/** What comes first in a date such as 03/04/2026. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
