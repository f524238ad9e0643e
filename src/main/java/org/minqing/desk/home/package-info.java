/** Home (首页): the first page of each, made of the parts that fit his roles. */
package org.minqing.desk.home;
