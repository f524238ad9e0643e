/** Interfaces of attachments (附件接口): to send one, and to look at those of an appeal. */
package org.minqing.attachment.web;
