/** Wording (说法): the grams of what is told of an appeal, by which texts are found again and compared. */
package org.minqing.wording;
