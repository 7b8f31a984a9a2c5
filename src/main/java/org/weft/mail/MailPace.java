package org.weft.mail;

import java.time.Duration;

/**
 * How fast mail leaves the house in one look at the outbox.
 *
 * @param perMinute messages a minute, over all nodes; 0 for as many as the server takes
 * @param takeOverAfter how long a message belongs to the node that took it; a node that lives asks for more in time
 */
record MailPace(int perMinute, Duration takeOverAfter) {}
