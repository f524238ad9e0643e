/** Registering (登记台): appeals that staff take down for residents, at the desk and outdoors, and the slip that they read out. */
package org.minqing.desk.register;
