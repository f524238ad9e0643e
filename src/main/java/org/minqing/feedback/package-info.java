/** Feedback (评单·回访): rating, call-back, redo and the ways in which an appeal ends. */
package org.minqing.feedback;
