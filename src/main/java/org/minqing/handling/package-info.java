/** Handling (办理): first response, feedback on the way, and the result with its evidence. */
package org.minqing.handling;
