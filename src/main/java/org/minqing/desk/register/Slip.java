package org.minqing.desk.register;

import java.util.List;
import org.minqing.hints.Call;

/**
 * What a resident is told whose appeal was taken down: read out on the telephone, or printed.
 *
 * @param spoken      the number in groups, as it is read out
 * @param code        to follow it with, in groups of four; null when it is told no more
 * @param channel     code of the channel through which it came
 * @param source      where it stands in a book or a chat, in words; null if it came by itself
 * @param respondBy   by when somebody calls him, in words; null where nobody promised that
 * @param resolveBy   the same for the result
 * @param calls       whom to call before anything else
 */
public record Slip(
        String number,
        String spoken,
        String title,
        String code,
        String at,
        String channel,
        String source,
        String respondBy,
        String resolveBy,
        List<Call> calls) {}
