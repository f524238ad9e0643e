/** Review by the level above (复查复核): who may ask for it until when, who answers, and what follows. */
package org.minqing.review;
