/** Attachments (附件): photos, voice messages, videos and documents that somebody adds to an appeal, cleaned before they are kept. */
package org.minqing.attachment;
