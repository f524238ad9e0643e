/** Handling (办理): first response, feedback on the way, the result with its evidence, and the end. */
package org.minqing.handling;
