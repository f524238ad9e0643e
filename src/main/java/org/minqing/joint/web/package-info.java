/** Joint handling on the web (会办页): how a lead asks, reminds and releases. */
package org.minqing.joint.web;
