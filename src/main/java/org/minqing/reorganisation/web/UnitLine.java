package org.minqing.reorganisation.web;

/**
 * A unit of a tree as people read it.
 *
 * @param depth  below the root, from 0
 * @param posts  what they are called, with 、 between them
 * @param change how it differs from what holds now: 新增, 改动, or empty
 */
public record UnitLine(String code, String name, String level, int depth, String posts, String change) {}
