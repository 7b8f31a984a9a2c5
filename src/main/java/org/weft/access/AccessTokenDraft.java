package org.weft.access;

/**
 * A token somebody wants.
 *
 * @param name what it is for, in the owner's words
 * @param days how long it works, one of {@link AccessTokenService#LIVES}
 */
public record AccessTokenDraft(String name, int days) {

    /** In characters. */
    public static final int LONGEST_NAME = 100;
}
