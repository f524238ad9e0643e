/** Sign-in (登录): sessions that all nodes share, delays for whoever guesses passwords, and the record of both. */
package org.minqing.signin;
