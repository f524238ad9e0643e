package org.minqing.split;

/**
 * A sub-case as staff read it.
 *
 * @param unitName  who handles it now, in Chinese
 * @param stateName where it stands, in Chinese
 * @param resolveBy ISO with +08:00; null once it does not run any more
 * @param late      it runs, and should have had a result by now
 * @param result    as its handler wrote it; null before there is one
 * @param ground    why it was taken out; null if it was not
 * @param open      it has not ended
 */
public record SubCaseLine(
        String number,
        String title,
        String unitName,
        String stateName,
        String resolveBy,
        boolean late,
        String result,
        String ground,
        boolean open) {}
