/** Desk (工作台): what staff see and do outside the engine's own pages. */
package org.minqing.desk;
