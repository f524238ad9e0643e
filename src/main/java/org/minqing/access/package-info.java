/** Access (可见范围): which member of staff may see which appeal, and whose contact data. */
package org.minqing.access;
