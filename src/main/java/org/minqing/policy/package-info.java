/** Policy (规则文件): the YAML files that officials may change without a change of the program. */
package org.minqing.policy;
