/** Pages of contact cards (联系卡网页): to choose one, to print one, and to say one's number. */
package org.minqing.card.web;
