package org.minqing.hints;

/**
 * Something that was hinted.
 *
 * @param group code of the group of words
 * @param name  of the group, as staff read it
 * @param word  of the file, not of the text: two that stood near each other are written 高压线…断
 */
public record Hint(String group, String name, String word) {

    /** As staff read it. */
    public String words() {
        return "“" + word + "” → " + name;
    }
}
