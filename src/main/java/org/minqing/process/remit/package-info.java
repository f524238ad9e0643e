/** Settling (裁定归属): disputes in the engine, the table that is asked, who settles, and what he decides. */
package org.minqing.process.remit;
