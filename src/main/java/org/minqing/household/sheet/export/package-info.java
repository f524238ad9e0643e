/** Export of households (住户导出): all of them as a workbook, asked for by one and allowed by another. */
package org.minqing.household.sheet.export;
