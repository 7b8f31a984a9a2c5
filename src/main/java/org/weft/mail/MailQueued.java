package org.weft.mail;

/** There is something to send as soon as this transaction has been committed. */
record MailQueued() {}
