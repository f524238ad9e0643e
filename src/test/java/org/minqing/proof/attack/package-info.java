/** An attack on a running node: random requests from what the access tables, the forms and the engine's queries offer. */
package org.minqing.proof.attack;
