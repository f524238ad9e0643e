package org.minqing.review;

import org.minqing.sla.due.LimitsOfTasks;
import org.springframework.stereotype.Component;

/** By when whoever received a review has promised to answer it: nobody forgets to ask him. */
@Component
class PassedOnLimits implements LimitsOfTasks {

    @Override
    public String label() {
        return "转送答复";
    }

    @Override
    public String running() {
        return """
                select s.appeal, s.until_at as due_at from review_step s
                where s.step = 'passedOn' and not exists (select from review_answer a where a.request = s.request)
                  and not exists (select from review_step w where w.request = s.request and w.step = 'withdrawn')""";
    }
}
