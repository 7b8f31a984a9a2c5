package org.weft.mail;

/** The content of a message as it was or will be sent. */
public record MessageBody(String html, String text) {}
