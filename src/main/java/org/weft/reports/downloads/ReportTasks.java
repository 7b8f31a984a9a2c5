package org.weft.reports.downloads;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Has workbooks made: by this node at once where it runs jobs, else by the next that looks. */
@Component
class ReportTasks {

    private final CustomTask<Void> task;
    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;

    ReportTasks(CustomTask<Void> reportDownloadTask, DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
        this.task = reportDownloadTask;
        this.scheduler = scheduler;
        // A node that runs no jobs may still want them done. The task is written in the caller's transaction.
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .build();
    }

    /** Within the transaction that writes the download: there is both or neither. */
    void add(long downloadId) {
        client.schedule(task.schedulableInstance(Long.toString(downloadId)));
    }

    /** After that transaction: saves the wait until jobs are looked for. */
    void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
