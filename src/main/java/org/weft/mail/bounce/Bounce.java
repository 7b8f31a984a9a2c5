package org.weft.mail.bounce;

/**
 * What a notification says about one message of ours.
 *
 * @param notification the notification's own Message-ID
 * @param messageId the Message-ID of what came back
 * @param hard for good, rather than for now
 * @param answer status and words of the server that would not take it
 */
record Bounce(String notification, String messageId, boolean hard, String answer) {}
