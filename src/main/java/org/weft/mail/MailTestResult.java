package org.weft.mail;

/**
 * What came of a test mail.
 *
 * @param server where it went, as {@code host:port}
 * @param answer the exact words of the server, or of the network; may have several lines, holds no secret
 */
public record MailTestResult(MailTestOutcome outcome, String server, String answer) {

    public boolean sent() {
        return outcome == MailTestOutcome.SENT;
    }
}
