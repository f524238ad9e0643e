/** Triage (研判): what the decision tables answered, as one fact of the appeal, and how it is mended. */
package org.minqing.triage;
