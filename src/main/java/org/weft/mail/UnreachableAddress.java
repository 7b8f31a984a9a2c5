package org.weft.mail;

import java.time.Instant;

/**
 * An address nothing is sent to, because too much came back.
 *
 * @param address in lower case
 * @param since when it was found out
 * @param answer what the receiving server said last
 */
public record UnreachableAddress(String address, Instant since, String answer) {}
