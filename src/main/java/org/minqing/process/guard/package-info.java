/** Guard (引擎防护): closes the published holes of Camunda 7.24.0 inside the engine; see decision 0003. */
package org.minqing.process.guard;
