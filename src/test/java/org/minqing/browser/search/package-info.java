/** What a browser shows of the search for appeals, and of another tracking code. */
package org.minqing.browser.search;
