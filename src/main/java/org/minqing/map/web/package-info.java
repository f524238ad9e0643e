/** Map on the web (地图页): the map with its list, its data, its picture and the wall screen. */
package org.minqing.map.web;
