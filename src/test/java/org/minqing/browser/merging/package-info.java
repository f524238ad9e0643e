/** What a browser shows of matters that several residents told of. */
package org.minqing.browser.merging;
