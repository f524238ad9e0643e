package org.minqing.map;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** An SVG document while it is written: attributes instead of styles, which the security policy of our pages would not admit. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    Svg(double width, double height, String title) {
        open(
                "svg",
                "xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" viewBox=\"0 0 "
                        + n(width) + " " + n(height) + "\" width=\"" + n(width) + "\" height=\"" + n(height) + "\""
                        + " font-family=\"'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif\"");
        out.append("<title id=\"title\">")
                .append(HtmlUtils.htmlEscape(title, "UTF-8"))
                .append("</title>");
        rect(0, 0, width, height, "fill=\"#ffffff\"");
    }

    /** @param attributes written by us */
    void rect(double x, double y, double width, double height, String attributes) {
        leaf(
                "rect",
                "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" ".formatted(n(x), n(y), n(width), n(height))
                        + attributes);
    }

    void path(String d, String attributes) {
        leaf("path", "d=\"" + d + "\" " + attributes);
    }

    void circle(double x, double y, double radius, String attributes) {
        leaf("circle", "cx=\"%s\" cy=\"%s\" r=\"%s\" ".formatted(n(x), n(y), n(radius)) + attributes);
    }

    /** @param pressing whether it has a ring */
    void mark(MapParts.Symbol symbol, boolean pressing, double x, double y, double radius) {
        if (pressing) {
            ring(x, y, radius * 1.9);
        }
        path(
                Paper.mark(symbol.form(), x, y, radius),
                "fill=\"" + symbol.colour() + "\" stroke=\"#ffffff\" stroke-width=\"1\"");
    }

    void ring(double x, double y, double radius) {
        circle(x, y, radius, "fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2.5\"");
    }

    /** @param words of whomever */
    void text(double x, double y, double size, String attributes, String words) {
        out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" ".formatted(n(x), n(y), n(size)))
                .append(attributes)
                .append('>')
                .append(HtmlUtils.htmlEscape(words, "UTF-8"))
                .append("</text>\n");
    }

    /** With a white edge, to be read on whatever ground. */
    void label(double x, double y, double size, String attributes, String words) {
        text(
                x,
                y,
                size,
                attributes + " text-anchor=\"middle\" stroke=\"#ffffff\" stroke-width=\"" + n(size / 5)
                        + "\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                words);
    }

    String end() {
        return out.append("</svg>\n").toString();
    }

    /** As short as a tenth of a pixel allows, with a point whatever the locale of the machine. */
    static String n(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void open(String name, String attributes) {
        out.append('<').append(name).append(' ').append(attributes).append(">\n");
    }

    private void leaf(String name, String attributes) {
        out.append('<').append(name).append(' ').append(attributes).append("/>\n");
    }
}
