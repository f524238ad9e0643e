/** Appeal (诉求): what a resident asks for, its life from receipt to close, and what happened on the way. */
package org.minqing.appeal;
