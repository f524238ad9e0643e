/** Summary (摘要): what handlers work by, written by staff beside the resident's own words, which stay as they are. */
package org.minqing.summary;
