/** The long proofs of notices: nodes that are killed, receivers that lie, and many open pages. */
package org.minqing.proof.notices;
