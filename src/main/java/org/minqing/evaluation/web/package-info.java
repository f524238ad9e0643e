/** Evaluation on the web (指标页): the pages of figures and rates, and their interface. */
package org.minqing.evaluation.web;
