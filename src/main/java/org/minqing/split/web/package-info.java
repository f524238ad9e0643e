/** Sub-cases on the web (分件页): splitting an appeal and taking a sub-case out. */
package org.minqing.split.web;
