/** Problem (报错): what is wrong with a request, said in Chinese and English, never with a stack trace. */
package org.minqing.problem;
