/** Staff (人员权限): accounts, groups and the rights of the engine, in step with the localities. */
package org.minqing.process.staff;
