/** Hints (词语提示): which words of an appeal tell of danger, of a cut line, of somebody vulnerable or of a member of staff. */
package org.minqing.hints;
