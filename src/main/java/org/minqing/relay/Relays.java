package org.minqing.relay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.policy.PolicyFile;
import org.minqing.problem.JsonFields;
import org.springframework.stereotype.Component;

/** Who may tell of a matter for another, from {@code relays.yml}, and how that is said. */
@Component
public class Relays {

    private static final String FIELD = "relayedBy";
    private static final Set<String> FIELDS = Set.of("as", "name", "phone");

    private record Role(String code, String name) {}

    private record File(int most, List<Role> relayers) {}

    private final int most;
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @throws IllegalStateException if the file cannot be used */
    Relays() {
        this(new PolicyFile("relays.yml"));
    }

    Relays(PolicyFile policy) {
        var file = policy.read(File.class);
        most = file.most();
        file.relayers().forEach(role -> names.put(role.code(), role.name()));
        if (most < 1
                || most > 9
                || names.isEmpty()
                || names.size() < file.relayers().size()) {
            throw new IllegalStateException("relays.yml: most is 1 to 9, and each code stands there once");
        }
    }

    /** Code and Chinese name of each role, in the order of the file. */
    public Map<String, String> names() {
        return Collections.unmodifiableMap(names);
    }

    /** Those of a submission, the first who told of it first; what is wrong with them goes to the other problems. */
    public List<Relayer> read(JsonFields in, JsonNode listed, Pattern phone) {
        if (!listed.isMissingNode() && !listed.isNull() && !listed.isArray()) {
            in.problem(FIELD, "应为一个列表", "must be a list");
        } else if (listed.size() > most) {
            in.problem(FIELD, "最多 " + most + " 人", "must not have more than " + most + " entries");
        }
        var relayers = new ArrayList<Relayer>();
        for (int i = 0; i < Math.min(listed.size(), most); i++) {
            var prefix = FIELD + "[" + i + "]";
            var entry = in.object(listed.path(i), prefix, FIELDS);
            var as = in.text(entry, prefix, "as", 1, 32, null);
            if (as != null && !names.containsKey(as)) {
                in.problem(prefix + ".as", "没有这种反映人身份", "unknown role");
            }
            relayers.add(new Relayer(
                    as, in.text(entry, prefix, "name", 0, 40, null), in.text(entry, prefix, "phone", 0, 20, phone)));
        }
        return relayers;
    }

    /** How it came, without who it was: {@code ，由楼（栋）长代为反映，经党员中心户转报}; empty if the resident told of it himself. */
    public String words(List<Relayer> relayers) {
        var words = new StringBuilder();
        for (var relayer : relayers) {
            var first = words.isEmpty();
            words.append(first ? "，由" : "，经").append(name(relayer.as())).append(first ? "代为反映" : "转报");
        }
        return words.toString();
    }

    /** A role that is no longer in the file keeps its code. */
    String name(String code) {
        return names.getOrDefault(code, code);
    }
}
