/** Problem (报错): what was sent is read strictly, and what is wrong with it is said in Chinese and English, never with a stack trace. */
package org.minqing.problem;
