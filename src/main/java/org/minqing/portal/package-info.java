/** Portal (群众端): what residents see and do: submit, track, rate, withdraw. */
package org.minqing.portal;
