/** Where the bytes lie (附件存放): attachments are kept in the database, or in a folder that every node reaches. */
package org.minqing.attachment.store;
