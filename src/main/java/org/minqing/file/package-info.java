/** File (文件): tables that somebody takes along as CSV or XLSX. */
package org.minqing.file;
