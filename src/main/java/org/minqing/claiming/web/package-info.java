/** Orders on the web (可以接的单): the list for programs and for the telephone, and what leaders and volunteers do with them. */
package org.minqing.claiming.web;
