/** Process (流程): the only glue between the application and the engine. */
package org.minqing.process;
