/** Security (安全): who signs in, and who may call what. Everything that is not listed is closed. */
package org.minqing.security;
