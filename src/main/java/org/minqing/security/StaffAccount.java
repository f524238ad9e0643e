package org.minqing.security;

/**
 * Somebody who may sign in, as he is now.
 *
 * @param stamp says which password he has, without saying it: another one has another stamp
 */
public record StaffAccount(StaffMember member, String stamp) {}
