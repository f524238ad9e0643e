/** Engine (引擎): how the engine works for us: history, retries, whose rights it uses, what its errors mean. */
package org.minqing.process.engine;
