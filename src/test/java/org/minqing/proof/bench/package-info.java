/** The figures: how fast it starts, handles appeals and answers. {@code ./mvnw -Pbench verify}, never part of the tests. */
package org.minqing.proof.bench;
