package org.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.log.LogMessage;

/** How what Spring logs comes to the log. */
@ExtendWith(OutputCaptureExtension.class)
class LogMessagesTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesNoMessageThatNobodyReads() {
        LogFactory.getLog(LogMessagesTest.class).trace(message());
        assertThat(made).hasValue(0);
    }

    @Test
    void writesWhatIsRead(CapturedOutput output) {
        LogFactory.getLog(LogMessagesTest.class).warn(message());
        assertThat(made).hasValue(1);
        assertThat(output).contains("WARN").contains("LogMessagesTest").contains("Made once");
    }

    private LogMessage message() {
        return LogMessage.of(() -> {
            made.incrementAndGet();
            return "Made once";
        });
    }
}
