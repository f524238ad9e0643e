/**
 * The long proofs of the clocks: two nodes, many appeals, everything due at once. {@code ./mvnw -Pcampaign verify} runs them
 * in full, a small version of each is a test.
 */
package org.minqing.proof.campaign;
