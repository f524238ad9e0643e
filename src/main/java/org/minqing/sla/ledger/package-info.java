/** Ledger (台账): its seals, the anchors that leave the system, its export and its verification. */
package org.minqing.sla.ledger;
