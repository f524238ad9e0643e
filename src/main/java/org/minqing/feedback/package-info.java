/** Feedback (评单·回访): rating, call-back, redo, and whether contacts took place. */
package org.minqing.feedback;
