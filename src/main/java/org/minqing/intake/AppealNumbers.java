package org.minqing.intake;

import java.time.InstantSource;
import java.time.LocalDate;
import org.minqing.appeal.AppealNumber;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers such as {@code GS-20261121-0001}, counted per locality and day of Asia/Shanghai. A refused submission may leave
 * a gap; no number is given twice.
 */
@Component
class AppealNumbers {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final TransactionTemplate ownTransaction;

    AppealNumbers(JdbcClient jdbc, InstantSource clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * In a transaction of its own, or all submissions of a locality would wait for each other. It need not wait for the
     * disk either: the appeal that uses the number is committed later, and that commit writes this one with it.
     */
    AppealNumber next(String prefix) {
        var day = LocalDate.ofInstant(clock.instant(), Times.ZONE);
        int count = ownTransaction.execute(tx -> {
            jdbc.sql("set local synchronous_commit = off").update();
            return jdbc.sql("""
                    insert into appeal_number_counter as c (prefix, day, last) values (?, ?, 1)
                    on conflict (prefix, day) do update set last = c.last + 1 returning last""").params(prefix, day).query(Integer.class).single();
        });
        return new AppealNumber(prefix, day, count);
    }
}
