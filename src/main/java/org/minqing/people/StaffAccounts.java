package org.minqing.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts as they are kept. The engine's identity service implements it. It asks nobody for permission. */
public interface StaffAccounts {

    /** A password as it is stored: made slowly on purpose, so outside transactions. */
    record Secret(String hash, String salt) {}

    /** The group of administrators. */
    String administrators();

    /** Whether a group is a post, be it in a file still or not. */
    boolean isPost(String group);

    /** Every account there is, in one question, open and closed. */
    List<Account> all();

    Optional<Account> find(String userId);

    /** Whether the rules for passwords allow it to whoever has this id and name. */
    boolean allows(String password, String userId, String name);

    Secret secret(String password);

    /** @param by user id of the administrator who does it, as in what follows */
    void open(String by, String userId, String name, Secret secret, Collection<String> groups);

    void rename(String by, String userId, String name);

    /** From now on it is in exactly these groups. */
    void groups(String by, String userId, Collection<String> groups);

    void password(String by, String userId, Secret secret);

    /** Somebody who typed his password wrong too often may try again at once. */
    void unlock(String userId);

    /** The open tasks of all these people, in one question. */
    List<HeldTask> heldBy(Collection<String> userIds);

    /** Gives them back to those to whom they were offered. */
    void release(Collection<HeldTask> tasks);
}
