/** How an appeal is judged, and how that is mended, in a real browser. */
package org.minqing.browser.judgement;
