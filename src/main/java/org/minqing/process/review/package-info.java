/** Tasks of reviews (复查复核任务): who has them, the table that is asked, and the round that follows what was set aside. */
package org.minqing.process.review;
