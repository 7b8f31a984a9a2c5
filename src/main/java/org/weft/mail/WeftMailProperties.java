package org.weft.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** What the installation says about mail beside {@code spring.mail.*}. Null where it leaves that to the portal. */
@ConfigurationProperties("weft.mail")
class WeftMailProperties {

    private @Nullable String from;
    private @Nullable String fromName;
    private @Nullable String bounce;
    private @Nullable Boolean tls;
    private @Nullable Integer connections;
    private @Nullable Integer messagesPerConnection;
    private @Nullable Integer perMinute;
    private Duration takeOverAfter = Duration.ofMinutes(10);
    private Duration lookEvery = Duration.ofSeconds(10);
    private DataSize attachmentLimit = DataSize.ofMegabytes(10);
    private Duration keepAttachments = Duration.ofDays(7);

    @Nullable String from() {
        return from;
    }

    @Nullable String fromName() {
        return fromName;
    }

    @Nullable String bounce() {
        return bounce;
    }

    @Nullable Boolean tls() {
        return tls;
    }

    @Nullable Integer connections() {
        return connections;
    }

    @Nullable Integer messagesPerConnection() {
        return messagesPerConnection;
    }

    @Nullable Integer perMinute() {
        return perMinute;
    }

    /** How long a message belongs to the node that took it and was heard of no more. */
    Duration takeOverAfter() {
        return takeOverAfter;
    }

    /** How often each node looks into the outbox without being told. */
    Duration lookEvery() {
        return lookEvery;
    }

    /** The largest file that goes with a message. */
    DataSize attachmentLimit() {
        return attachmentLimit;
    }

    /** How long the file of a message is kept that went out, or never will. */
    Duration keepAttachments() {
        return keepAttachments;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public void setFromName(@Nullable String fromName) {
        this.fromName = fromName;
    }

    public void setBounce(@Nullable String bounce) {
        this.bounce = bounce;
    }

    public void setTls(@Nullable Boolean tls) {
        this.tls = tls;
    }

    public void setConnections(@Nullable Integer connections) {
        this.connections = connections;
    }

    public void setMessagesPerConnection(@Nullable Integer messagesPerConnection) {
        this.messagesPerConnection = messagesPerConnection;
    }

    public void setPerMinute(@Nullable Integer perMinute) {
        this.perMinute = perMinute;
    }

    public void setTakeOverAfter(Duration takeOverAfter) {
        this.takeOverAfter = takeOverAfter;
    }

    public void setLookEvery(Duration lookEvery) {
        this.lookEvery = lookEvery;
    }

    public void setAttachmentLimit(DataSize attachmentLimit) {
        this.attachmentLimit = attachmentLimit;
    }

    public void setKeepAttachments(Duration keepAttachments) {
        this.keepAttachments = keepAttachments;
    }
}
