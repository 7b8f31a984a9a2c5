package org.weft.progress;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL statements something sends on this thread, as Spring's JDBC support logs them. */
public final class Statements {

    private Statements() {}

    public static List<String> of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var additive = logger.isAdditive();
        var seen = new OfOneThread(Thread.currentThread());
        seen.start();
        logger.addAppender(seen);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.detachAppender(seen);
            logger.setLevel(before);
            logger.setAdditive(additive);
        }
        return seen.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }

    /** An event knows its thread only while it is appended: asked later, it tells who asks. */
    private static final class OfOneThread extends ListAppender<ILoggingEvent> {

        private final Thread thread;

        OfOneThread(Thread thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == thread) {
                super.append(event);
            }
        }
    }
}
