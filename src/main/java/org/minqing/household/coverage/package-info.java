/** Coverage (联系覆盖): with how many households nobody was for long, how many lie with whom, and who has none. */
package org.minqing.household.coverage;
