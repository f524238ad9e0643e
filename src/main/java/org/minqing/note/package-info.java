/** Note (内部备注): what members of staff tell each other of an appeal, beside its timeline; residents never read it. */
package org.minqing.note;
