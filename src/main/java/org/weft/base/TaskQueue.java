package org.weft.base;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Has things done, each known by its id: by this node at once where it runs jobs, else by the next that looks. */
public final class TaskQueue {

    private final CustomTask<Void> task;
    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;

    public TaskQueue(CustomTask<Void> task, DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
        this.task = task;
        this.scheduler = scheduler;
        // A node that runs no jobs may still want them done. The task is written in the caller's transaction.
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .build();
    }

    /** Within the transaction that writes the thing: there is both or neither. */
    public void add(long id) {
        client.schedule(task.schedulableInstance(Long.toString(id)));
    }

    /** After that transaction: saves the wait until jobs are looked for. */
    public void wake() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
