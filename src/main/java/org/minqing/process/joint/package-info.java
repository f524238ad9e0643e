/** Opinions (会办意见): the tasks of posts that a lead asks. */
package org.minqing.process.joint;
