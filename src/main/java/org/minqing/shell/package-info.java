/** Shell (页眉和首页): where the header of each role leads, and the parts of which a first page is made. */
package org.minqing.shell;
