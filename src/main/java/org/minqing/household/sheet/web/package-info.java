/** Pages of household sheets (住户表格网页). */
package org.minqing.household.sheet.web;
