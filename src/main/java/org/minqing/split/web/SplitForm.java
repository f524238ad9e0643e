package org.minqing.split.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody typed on the page, a block of fields for each sub-case; blocks at the end that say nothing are none.
 *
 * @param typed field to text, such as {@code subCases[0].title}, as it was typed
 */
record SplitForm(Map<String, String> typed) {

    public String text(int block, String field) {
        return typed.getOrDefault(name(block, field), "").strip();
    }

    public String name(int block, String field) {
        return "subCases[" + block + "]." + field;
    }

    public boolean says(int block) {
        return Stream.of("title", "description", "category", "location.unit", "location.address")
                .anyMatch(field -> !text(block, field).isEmpty());
    }

    /** As a program would have sent it. */
    ObjectNode json(int blocks) {
        var root = JsonNodeFactory.instance.objectNode();
        var list = root.putArray("subCases");
        var last = blocks - 1;
        while (last >= 0 && !says(last)) {
            last--;
        }
        for (var i = 0; i <= last; i++) {
            var one = list.addObject();
            // Browsers send two characters for each end of a line, which nobody typed and nobody should count.
            one.put("title", text(i, "title"));
            one.put("description", text(i, "description").replace("\r\n", "\n"));
            one.put("category", text(i, "category"));
            one.putObject("location").put("unit", text(i, "location.unit")).put("address", text(i, "location.address"));
        }
        return root;
    }
}
