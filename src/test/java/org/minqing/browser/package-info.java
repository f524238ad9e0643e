/** What people see, in a real browser. */
package org.minqing.browser;
