/** Pages and interface of notes (备注网页): written, withdrawn and listed on the card of the appeal and by programs. */
package org.minqing.note.web;
