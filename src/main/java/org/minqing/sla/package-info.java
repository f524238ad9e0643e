/** Time limits (时限): the clocks of an appeal and the ledger of what became of them. */
package org.minqing.sla;
