package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import org.weft.mail.MessageStatus;
import org.weft.reports.subscriptions.RunResult;
import org.weft.reports.subscriptions.RunState;

/** What came of a report by subscription, in the words of who reads. */
class RunWords {

    private final Component reader;

    RunWords(Component reader) {
        this.reader = reader;
    }

    /** A sentence without its full stop. */
    String of(RunResult result) {
        var mail = result.mail();
        if (mail != null && mail != MessageStatus.SENT) {
            return reader.getTranslation("reports.subscription.mail." + mail.name());
        }
        return switch (result.state()) {
            case SKIPPED ->
                result.reason() == null
                        ? state(result.state())
                        : reader.getTranslation(
                                "reports.subscription.reason." + result.reason().name());
            case PLANNED, MAKING ->
                result.attempts() > 0
                        ? reader.getTranslation("reports.subscription.again", result.attempts())
                        : state(result.state());
            case SENT, NOTHING, FAILED -> state(result.state());
        };
    }

    private String state(RunState state) {
        return reader.getTranslation("reports.subscription.state." + state.name());
    }
}
