/** Web applications (引擎页面): the engine's Tasklist and Cockpit under our own sign-in. */
package org.minqing.process.webapps;
