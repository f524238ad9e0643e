package org.minqing.remit;

/**
 * Why a unit returns an appeal (退回事由).
 *
 * @param code  as it is sent and stored
 * @param label what people read, in Chinese
 */
public record ReturnGround(String code, String label) {}
