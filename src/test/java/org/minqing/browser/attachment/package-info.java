/** Attachments in a real browser. */
package org.minqing.browser.attachment;
