/** Outbox (发件箱): notices wait in the database until each is sent, whatever node stops meanwhile. */
package org.minqing.notice.outbox;
