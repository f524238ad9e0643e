/** Position (坐标): points on the ground, each kept with the coordinate system in which it was taken. */
package org.minqing.position;
