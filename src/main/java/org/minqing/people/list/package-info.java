/** Staff list (人员名册): many accounts at once, from a workbook: first what it would change, then exactly that. */
package org.minqing.people.list;
