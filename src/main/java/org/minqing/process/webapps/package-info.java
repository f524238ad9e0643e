/** Web applications (引擎页面): the engine's Tasklist, Cockpit and Admin under our own sign-in. */
package org.minqing.process.webapps;
