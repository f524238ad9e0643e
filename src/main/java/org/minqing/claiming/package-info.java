/** Claiming (接单): leaders and volunteers take on what they can do, alone or together, before the post that answers for it. */
package org.minqing.claiming;
