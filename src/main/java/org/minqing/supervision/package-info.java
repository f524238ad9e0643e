/** Supervision (督办): what is open, how old it is and where it lies, and what a supervisor does about it. */
package org.minqing.supervision;
