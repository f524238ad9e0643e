/** Kinds (类型和类别): what an appeal may be, as the decision tables of its locality name it. */
package org.minqing.appeal.kind;
