/** The map in a real browser. */
package org.minqing.browser.map;
