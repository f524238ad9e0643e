package org.minqing.process.task;

import org.minqing.database.TransactionMemo;
import org.springframework.stereotype.Component;

/** Tasks that somebody gives back without having taken them: the engine needs him to hold them, and that is not accepting. */
@Component
public class GivenBack {

    private final TransactionMemo<Boolean> tasks = new TransactionMemo<>();

    void add(String taskId) {
        tasks.put(taskId, true);
    }

    /** Whether it is given back in this transaction. */
    public boolean contains(String taskId) {
        return tasks.get(taskId, () -> false);
    }
}
