package org.weft.reminders.policy;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.weft.base.DatabaseDialect;
import org.weft.base.InstallationKeys;
import org.weft.base.Translations;
import org.weft.mail.LinkTokens;
import org.weft.mail.MailTemplates;
import org.weft.mail.OutboxNode;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.PlaceholderText;
import org.weft.objectives.PlanFigures;
import org.weft.programs.ParticipantChanges;
import org.weft.reminders.ReminderLog;

/**
 * An application process that plans, writes digests, and sends them. It looks far more often than the product's job, and
 * while others do: nobody sees to it that one node at a time has the turn.
 */
class ReminderNode {

    private static final List<Class<?>> BEANS = List.of(
            DatabaseDialect.class,
            Translations.class,
            MailTemplates.class,
            PlaceholderText.class,
            MailTexts.class,
            ParticipantChanges.class,
            PlanFigures.class,
            ReminderLog.class,
            ReminderRules.class,
            Holidays.class,
            LocalHours.class,
            PolicyReader.class,
            PolicyQuery.class,
            ReminderRuns.class,
            ReminderStore.class,
            MovedPeople.class,
            ReminderPlanner.class,
            DueReminders.class,
            OpenThings.class,
            InstallationKeys.class,
            LinkTokens.class,
            SilenceLinks.class,
            DigestMails.class,
            DigestSender.class,
            DigestLook.class,
            Delivery.class,
            Looks.class);

    private ReminderNode() {}

    public static void main(String[] args) throws IOException {
        OutboxNode.run(BEANS, args);
    }

    /** What {@link ReminderJob} does once a minute. */
    static class Looks implements SmartLifecycle {

        private static final Logger log = LoggerFactory.getLogger(Looks.class);
        private static final int PAUSE_MILLIS = 100;

        private final ReminderPlanner planner;
        private final DigestSender sender;
        private volatile boolean running;

        Looks(ReminderPlanner planner, DigestSender sender) {
            this.planner = planner;
            this.sender = sender;
        }

        @Override
        public void start() {
            running = true;
            Thread.ofPlatform().daemon().name("reminders").start(this::run);
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        private void run() {
            while (running) {
                try {
                    planner.plan();
                    sender.sendDue();
                    Thread.sleep(PAUSE_MILLIS);
                } catch (RuntimeException e) {
                    log.error("A look failed", e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
