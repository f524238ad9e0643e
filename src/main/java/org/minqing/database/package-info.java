/** Database (数据库): the PostgreSQL that comes with the product, and its clock. */
package org.minqing.database;
