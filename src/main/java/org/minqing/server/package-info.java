/** Server (服务器): what a node takes on at once, so that slow or many clients wait for themselves and nobody waits for them. */
package org.minqing.server;
