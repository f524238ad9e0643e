/** Sub-cases (分件办理): an appeal of which several units do a part each is split, and the whole waits for all and answers once. */
package org.minqing.split;
