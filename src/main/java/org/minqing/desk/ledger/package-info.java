/** The ledger on the desk (时限台账): what auditors search, verify and take along. */
package org.minqing.desk.ledger;
