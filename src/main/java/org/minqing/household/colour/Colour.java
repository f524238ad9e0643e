package org.minqing.household.colour;

import org.minqing.map.MapRules.Form;

/**
 * A colour as a locality has it. It never stands alone: form and name say the same.
 *
 * @param meaning what it asks of whoever looks after the household, in Chinese
 * @param colour  as CSS and SVG write it, {@code #rrggbb}
 * @param letter  stands in its mark on the map
 */
public record Colour(String code, String name, String meaning, Form form, String colour, String letter) {

    /** Of a household of long ago, when the locality had other colours. */
    static Colour gone(String code) {
        return new Colour(code, code, "", Form.CROSS, "#525c69", "");
    }
}
