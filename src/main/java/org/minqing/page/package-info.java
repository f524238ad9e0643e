/** Page (网页): what pages have in common: forms with their token, searches in an address, answers to a form. */
package org.minqing.page;
