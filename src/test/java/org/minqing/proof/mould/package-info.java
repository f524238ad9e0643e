/** The towns that the long proofs need: appeals grown once by the real process, then copied in the database by the thousand. */
package org.minqing.proof.mould;
