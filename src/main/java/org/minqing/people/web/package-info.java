/** People on the web (人员管理): the pages of administrators about accounts, and what was done there. */
package org.minqing.people.web;
