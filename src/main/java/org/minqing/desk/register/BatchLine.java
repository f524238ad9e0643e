package org.minqing.desk.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Map;

/**
 * A line of a page: one appeal.
 *
 * @param key    with which it is taken down, however often the page is sent
 * @param number of the line on its page, from 1
 * @param filed  the number it was given; null until then
 * @param problems what is wrong with each of its fields, in Chinese
 */
record BatchLine(
        String key,
        int number,
        String description,
        String unit,
        String address,
        String name,
        String phone,
        String filed,
        Map<String, String> problems) {

    boolean empty() {
        return (description + address + name + phone).isBlank();
    }

    BatchLine filed(String as) {
        return new BatchLine(key, number, description, unit, address, name, phone, as, Map.of());
    }

    BatchLine refused(Map<String, String> why) {
        return new BatchLine(key, number, description, unit, address, name, phone, null, why);
    }

    /** As a program would have sent it. */
    ObjectNode json(String channel) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("channel", channel).put("description", description.replace("\r\n", "\n"));
        root.putObject("location").put("unit", unit).put("address", address);
        root.putObject("resident")
                .put("name", name)
                .put("phone", Normalizer.normalize(phone, Normalizer.Form.NFKC).strip());
        return root;
    }
}
