/** Looks at contact data (查看联系方式记录): who looked, for what, on which way, for auditors. */
package org.minqing.desk.looks;
