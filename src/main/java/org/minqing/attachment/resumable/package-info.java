/** Resumable uploads (断点续传): a large file comes in parts, by tus 1.0.0, and becomes an attachment when all of it is here. */
package org.minqing.attachment.resumable;
