package org.weft.reports.subscriptions;

/**
 * An account that may get a report.
 *
 * @param address where its mail goes, empty where there is none
 */
public record RecipientOption(long accountId, String name, String address) {}
