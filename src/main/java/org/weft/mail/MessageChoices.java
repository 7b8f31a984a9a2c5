package org.weft.mail;

/**
 * What can be done with the messages of a filter.
 *
 * @param retryable how many have failed, are held or wait for their next attempt
 * @param cancellable how many have not gone out and can still be called off
 */
public record MessageChoices(long retryable, long cancellable) {}
