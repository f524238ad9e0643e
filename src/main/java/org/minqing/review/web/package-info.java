/** Reviews on the web (复查复核页): how a program asks the level above for a resident. */
package org.minqing.review.web;
