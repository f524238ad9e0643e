/** Supervision in Cockpit (运行监控): what our own views there show, and every timer for auditors. */
package org.minqing.desk.cockpit;
