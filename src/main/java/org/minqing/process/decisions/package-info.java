/** Decisions (决策表): model files, their deployment, and what the tables answer. */
package org.minqing.process.decisions;
