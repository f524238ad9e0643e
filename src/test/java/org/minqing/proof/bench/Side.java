package org.minqing.proof.bench;

import javax.sql.DataSource;

/** One of the two that are compared. */
interface Side {

    String name();

    /** Where its rows are; each side has a database of its own on the same server. */
    DataSource database();

    /** One appeal: handed in, three tasks completed, rated, closed. */
    void lifecycle();
}
