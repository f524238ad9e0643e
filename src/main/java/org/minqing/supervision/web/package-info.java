/** Supervision on the web (督办台): its pages, its interface and its sheets. */
package org.minqing.supervision.web;
