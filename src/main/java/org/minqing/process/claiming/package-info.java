/** Orders (接单): to whom the handling is offered, and until when. */
package org.minqing.process.claiming;
