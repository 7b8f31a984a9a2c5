package org.weft.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.weft.audit.Actor;
import org.weft.audit.AuditTrail;
import org.weft.audit.CurrentActor;
import org.weft.base.Secrets;

/**
 * An application process of which only the outbox is there, so that it starts fast. Its beans and settings are those of
 * the product. Not annotated as a configuration: the product's tests would find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class
})
@Import({
    Secrets.class,
    MailInstallation.class,
    MailServerStore.class,
    MailSettings.class,
    MailConnections.class,
    AttachmentStore.class,
    MessageStore.class,
    AuditTrail.class,
    UnreachableAddresses.class,
    LastLooks.class,
    OutboxSender.class,
    OutboxJob.class,
    Outbox.class
})
public class OutboxNode {

    /** Runs until it is killed, or whoever started it is gone. */
    public static void main(String[] args) throws IOException {
        run(List.of(), args);
    }

    /** What {@link #main} does, with more beans beside the outbox. */
    public static void run(List<Class<?>> more, String... args) throws IOException {
        try (var node = start(more, args)) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * @param more beans beside the outbox
     * @param args settings as on the command line
     */
    public static ConfigurableApplicationContext start(List<Class<?>> more, String... args) {
        return new SpringApplicationBuilder(OutboxNode.class)
                .sources(more.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
    }

    /** Sends all that is due, and is back when it is sent and written down. */
    public static void send(ConfigurableApplicationContext node) {
        node.getBean(OutboxSender.class).sendDue();
    }

    /** The outbox's own, which send what they have at once. */
    public static SocketFactory sockets() {
        return new PromptSocketFactory();
    }

    /** Of all that are given the same {@code weft.clock-ahead}, it shows the same. */
    @Bean
    Clock clock(@Value("${weft.clock-ahead:PT0S}") Duration ahead) {
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    @Bean
    CurrentActor currentActor() {
        return () -> Actor.PORTAL;
    }
}
