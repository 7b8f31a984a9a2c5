package org.weft.mail;

/**
 * What a mail says.
 *
 * @param source the whole of it with its headers, as it goes over the line
 * @param today whether the sender in it is today's: it has not been sent, or by a release that did not keep the sender
 */
public record MessageBody(String html, String text, String source, boolean today) {}
