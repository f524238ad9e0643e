/** What is in a file (附件内容): told from its bytes and not from its name, and freed of what nobody meant to send. */
package org.minqing.attachment.content;
