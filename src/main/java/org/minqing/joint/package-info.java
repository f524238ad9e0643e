/** Joint handling (会办): one post leads, others give their opinions to it, and who sat together with it from outside is noted. */
package org.minqing.joint;
