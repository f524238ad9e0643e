/** One header and one time, on our pages and on the engine's. */
package org.minqing.browser.shell;
