package org.minqing.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the JSON that a program sends, strictly: right type, right size, right encoding, nothing twice, nothing behind. */
@Component
class JsonBody {

    /** The largest body of a request, in bytes. */
    static final int MOST_BYTES = 1024 * 1024;

    private final ObjectMapper json;

    JsonBody(ObjectMapper json) {
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /**
     * @throws Refusal      if it is no JSON or too large
     * @throws InvalidInput if it cannot be read
     */
    Sent read(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !isJson(type)) {
            throw new Refusal(Refusal.Kind.NOT_JSON, "请以 application/json 提交。", "Send application/json, please.");
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "内容超过 1 MB。", "The body is larger than 1 MB.");
        }
        return new Sent(bytes, parse(bytes));
    }

    private JsonNode parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var node = json.readTree(text);
            if (node == null || !node.isObject()) {
                throw new InvalidInput("body", "应为一个 JSON 对象", "must be a JSON object");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new InvalidInput("body", "不是有效的 UTF-8", "is not valid UTF-8");
        } catch (JsonProcessingException e) {
            throw new InvalidInput("body", "不是有效的 JSON", "is not valid JSON");
        }
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
