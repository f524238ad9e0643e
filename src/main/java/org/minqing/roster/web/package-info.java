/** Pages of the duty roster (值班网页): to read it, and to keep it. */
package org.minqing.roster.web;
