/** Forms (表单): our files with shared parts in place, and the server's check of answers; the engine checks nothing. */
package org.minqing.process.forms;
