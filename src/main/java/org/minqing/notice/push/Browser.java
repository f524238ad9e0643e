package org.minqing.notice.push;

/**
 * A browser that lets itself be told.
 *
 * @param endpoint its address at the push service of its maker
 * @param p256dh   its public key, in Base64 for addresses
 * @param auth     the secret that it shares with us, written likewise
 */
public record Browser(long id, String endpoint, String p256dh, String auth) {}
