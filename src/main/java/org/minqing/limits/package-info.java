/** Limits (限次): how often one source may submit, guess, sign in and download, so that nobody crowds out the others. */
package org.minqing.limits;
