/** Household pages (住户网页): the list, the file of a household, its forms, and the list of looks for auditors. */
package org.minqing.household.web;
