/** Forms (表单): reads our form files and checks on the server what a person filled in; the engine checks nothing. */
package org.minqing.process.forms;
