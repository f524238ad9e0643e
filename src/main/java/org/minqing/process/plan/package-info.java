/** Outcomes and plans in the engine (挂账任务): what {@code planned-work.bpmn} asks, and what its forms mean. */
package org.minqing.process.plan;
