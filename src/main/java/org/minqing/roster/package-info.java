/** Duty roster (值班表): who is there for residents now, and who comes next. */
package org.minqing.roster;
