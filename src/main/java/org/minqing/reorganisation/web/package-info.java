/** Pages of reorganisation (组织调整网页): the tree, what becomes of a unit, and from when. */
package org.minqing.reorganisation.web;
