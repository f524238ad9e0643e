package org.minqing.people;

import java.time.Instant;
import java.util.List;

/**
 * Something that an administrator did about an account.
 *
 * @param person      whose, by user id
 * @param nameBefore  null if the account was new
 * @param postsBefore groups, as {@code postsAfter}
 * @param tasks       how many open tasks went back to their posts
 * @param byList      whether it came with a list of staff
 * @param by          user id
 */
public record PersonAct(
        String person,
        PersonActKind kind,
        String nameBefore,
        String nameAfter,
        List<String> postsBefore,
        List<String> postsAfter,
        int tasks,
        String reason,
        boolean byList,
        String by,
        Instant at) {}
