/** Merging on the web (合并重复诉求): pages and interfaces, for dispatchers and for whoever calls residents back. */
package org.minqing.merging.web;
