/** Secret fields (保密字段): columns that the database holds only encrypted, with keys that lie outside of it. */
package org.minqing.household.secret;
