/** File (文件): tables that somebody takes along as CSV or XLSX, and workbooks that are read as text. */
package org.minqing.file;
