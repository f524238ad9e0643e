/** Corrections on the web (更正研判): the page and the address where a wrong judgement is mended. */
package org.minqing.triage.web;
