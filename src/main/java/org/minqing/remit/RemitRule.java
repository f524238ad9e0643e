package org.minqing.remit;

import org.minqing.appeal.Limit;

/**
 * What {@code remit-dispute.dmn} answers after a return.
 *
 * @param post   code of the post that says whose it is
 * @param within by when
 */
public record RemitRule(String post, Limit within) {}
