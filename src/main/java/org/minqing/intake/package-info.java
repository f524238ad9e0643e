/** Intake (受理): a submission becomes an appeal, once per key, through any channel the locality has. */
package org.minqing.intake;
