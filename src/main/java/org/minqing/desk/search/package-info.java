/** Search (查找诉求): appeals by number, phone, words, place, time and state, for whoever may see them. */
package org.minqing.desk.search;
