package org.weft.mail;

/**
 * What a mail says.
 *
 * @param source the whole of it with its headers, as it goes over the line; the sender is that of today
 */
public record MessageBody(String html, String text, String source) {}
