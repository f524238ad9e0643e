/** Plans (挂账): works that were promised for a day, with feedback on the way, until they are done or ended with reasons. */
package org.minqing.plan;
