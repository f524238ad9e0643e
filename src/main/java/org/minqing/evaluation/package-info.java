/** Evaluation (指标): figures with their definitions, recomputable from the ledger. */
package org.minqing.evaluation;
