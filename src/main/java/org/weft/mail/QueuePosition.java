package org.weft.mail;

import java.time.Instant;

/** A place in the queue, which goes by the moment a message is due and then by its id. */
record QueuePosition(Instant sendAfter, long id) {

    static final QueuePosition START = new QueuePosition(Instant.EPOCH, 0);
}
