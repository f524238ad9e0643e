/** Relay (代为反映、转报): who told of a matter for somebody else, and through whose hands it came. */
package org.minqing.relay;
