/** The pages of residents in a real browser. */
package org.minqing.browser.portal;
