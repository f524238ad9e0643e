package org.minqing.outcome;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.minqing.policy.PolicyFile;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;

/** What counts as evidence: something that another person can check. {@code evidence.yml} has the words that say nothing. */
@Component
public class EvidenceRules {

    private record File(List<String> canned) {}

    /** Longest first, so that a word within another is not left over. */
    private final List<String> canned;

    /** @throws IllegalStateException if the file cannot be used */
    EvidenceRules() {
        canned = new PolicyFile("evidence.yml")
                .read(File.class).canned().stream()
                        .map(EvidenceRules::bare)
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
        if (canned.contains("")) {
            throw new IllegalStateException("evidence.yml: canned: an entry has neither letters nor digits");
        }
    }

    /**
     * @param where null if nobody wrote where it is
     * @param files what was attached, in words; empty if nothing was
     * @throws InvalidInput if nothing was attached and nobody could find it by these words
     */
    public Evidence document(String where, String files) {
        if (!files.isEmpty()) {
            return Evidence.document(where == null ? files : where.strip() + "；" + files);
        }
        require("evidence", where, "上传照片或文件，或者写明它的编号和存放的地方", "must say which document it is and where it is kept");
        return Evidence.document(where.strip());
    }

    /** @throws InvalidInput if it names nobody, or nobody could reach him */
    public Evidence witness(String name, String reach) {
        require("witnessName", name, "写明见证人的姓名", "must be the name of the witness");
        if (bare(reach).isEmpty()) {
            throw new InvalidInput("witnessReach", "写明见证人的电话或者住处", "must say how to reach the witness");
        }
        return Evidence.witness(name.strip(), reach.strip());
    }

    /** @throws InvalidInput if it says not what was measured, or in what */
    public Evidence figure(String what, BigDecimal amount, String unit) {
        require("figureWhat", what, "写明数的是什么，如“新增车位”", "must say what was measured");
        if (bare(unit).isEmpty() || bare(unit).chars().allMatch(Character::isDigit)) {
            throw new InvalidInput("figureUnit", "写明单位，如“个”“米”", "must be a unit");
        }
        return Evidence.figure(what.strip(), amount, unit.strip());
    }

    private void require(String field, String text, String zh, String en) {
        var left = bare(text == null ? "" : text);
        for (var word : canned) {
            left = left.replace(word, "");
        }
        if (left.chars().allMatch(Character::isDigit)) {
            throw new InvalidInput(field, zh + "，不能只写套话或者数字", en + ", not a set phrase or digits alone");
        }
    }

    /** Letters and digits, whatever stands between them. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
