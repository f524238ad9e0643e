/** Triage (研判): what the decision tables answered, as one fact of the appeal. */
package org.minqing.triage;
