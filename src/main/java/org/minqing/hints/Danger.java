package org.minqing.hints;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A kind of danger.
 *
 * @param code as decision tables read it
 * @param call the number to call first, empty if there is none
 */
public record Danger(
        String code,
        String name,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String call) {}
