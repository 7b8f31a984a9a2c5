package org.weft.access;

/**
 * An account as it is stored.
 *
 * @param version what {@link AccountService#save} compares with
 */
public record AccountVersion(long id, int version, AccountDraft draft) {}
