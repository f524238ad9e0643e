/** Outcomes (办理结果): what proves a result, what the resident is asked about it, and what follows from a "no". */
package org.minqing.outcome;
