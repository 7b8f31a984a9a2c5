package org.weft.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How fast mail leaves the house: {@code weft.mail.*}. Read anew with every message. */
@ConfigurationProperties("weft.mail")
class MailPace {

    private int connections = 4;
    private int messagesPerConnection = 100;
    private int perMinute;
    private Duration takeOverAfter = Duration.ofMinutes(10);
    private Duration lookEvery = Duration.ofSeconds(10);

    /** How many connections to the mail server one node opens at most. */
    int connections() {
        return connections;
    }

    /** How many messages go over one connection before it is closed; servers hang up on those that never end. */
    int messagesPerConnection() {
        return messagesPerConnection;
    }

    /** How many messages leave in a minute, over all nodes; 0 for as many as the server takes. */
    int perMinute() {
        return perMinute;
    }

    /** How long a message belongs to the node that took it; a node that lives asks for more in time. */
    Duration takeOverAfter() {
        return takeOverAfter;
    }

    /** How often each node looks into the outbox without being told. */
    Duration lookEvery() {
        return lookEvery;
    }

    public void setConnections(int connections) {
        this.connections = Math.max(1, connections);
    }

    public void setMessagesPerConnection(int messagesPerConnection) {
        this.messagesPerConnection = Math.max(1, messagesPerConnection);
    }

    public void setPerMinute(int perMinute) {
        this.perMinute = Math.max(0, perMinute);
    }

    public void setTakeOverAfter(Duration takeOverAfter) {
        this.takeOverAfter = takeOverAfter;
    }

    public void setLookEvery(Duration lookEvery) {
        this.lookEvery = lookEvery;
    }
}
