/** The engine's web applications (Tasklist, Cockpit, Admin) under our own sign-in. */
package org.minqing.process.webapps;
