/** People (人员): accounts of staff: who holds which post, opened, changed and closed by administrators. */
package org.minqing.people;
