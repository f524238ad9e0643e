/** Duties (职责分离): who may not do what in an appeal, because of what he has done in it. */
package org.minqing.duties;
