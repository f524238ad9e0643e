/** Questions (向居民提问): what staff want to know of a resident, until when he can answer, and what became of it. */
package org.minqing.question;
