/** Code (代码): the short words under which files, forms, addresses and tables know the entries of a fixed list. */
package org.minqing.code;
