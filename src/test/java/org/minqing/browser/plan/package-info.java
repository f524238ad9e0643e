/** Plans in a browser (挂账的页面): whoever carries one out, and the resident who follows it. */
package org.minqing.browser.plan;
