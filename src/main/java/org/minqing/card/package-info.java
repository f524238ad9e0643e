/** Contact card (民情联系卡): whom the residents of a grid call, printed with a code that leads to filing. */
package org.minqing.card;
