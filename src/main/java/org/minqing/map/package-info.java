/** Map (民情图): the shapes of units, and the layers that put what is open on them, for each reader what he may see. */
package org.minqing.map;
