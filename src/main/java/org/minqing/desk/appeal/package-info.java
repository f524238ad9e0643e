/** An appeal on the desk (诉求页): its card, the people it is about, duplicates. */
package org.minqing.desk.appeal;
