/** Web push (手机推送): the browsers of staff that let themselves be told, and whose services they may name. */
package org.minqing.notice.push;
