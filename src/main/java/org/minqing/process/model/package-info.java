/** Model (流程步骤): one class for each direction between the diagrams and the application. */
package org.minqing.process.model;
