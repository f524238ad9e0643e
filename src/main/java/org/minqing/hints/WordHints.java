package org.minqing.hints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.minqing.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Looks in what residents write for the words of {@code hints.yml}. What they wrote is neither kept nor logged here. The files
 * are read when the program starts; what is changed later waits for the next start.
 */
@Component
public class WordHints {

    private static final String FILE = "hints.yml";

    private final Map<String, HintRules> byLocality = new HashMap<>();

    /**
     * @param folder of this node: its {@code <locality>.yml} and {@code hints.yml} win over those of the program
     * @throws IllegalStateException naming file, group and word of everything that is wrong
     */
    @Autowired
    WordHints(Localities localities, Categories categories, @Value("${minqing.hints-dir}") String folder) {
        Map<String, HintFile> read = new LinkedHashMap<>();
        Map<String, HintRules> rules = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (var locality : localities.all()) {
            var file = file(Path.of(folder), locality.code());
            if (!read.containsKey(file.name())) {
                var hints = new PolicyFile(file.name(), file.resource()).read(HintFile.class);
                read.put(file.name(), hints);
                HintCheck.faults(hints).forEach(fault -> faults.add(file.name() + ": " + fault));
            }
            var hints = read.get(file.name());
            HintCheck.unknownCategories(hints, locality, categories.of(locality.code()))
                    .forEach(fault -> faults.add(file.name() + ": " + fault));
            if (faults.isEmpty()) {
                byLocality.put(locality.code(), rules.computeIfAbsent(file.name(), name -> new HintRules(hints)));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("词语提示不能用 The hints cannot be used:\n" + String.join("\n", faults));
        }
    }

    /**
     * @param texts what does not belong together in one sentence, such as title and description; null is nothing
     * @throws Refusal if there is no such locality
     */
    public Hints in(String locality, String... texts) {
        return rules(locality).in(texts);
    }

    /** The kinds of danger that this locality knows, the strongest first. */
    public List<Danger> dangers(String locality) {
        return rules(locality).dangers();
    }

    /** What staff read of a group; one that is gone goes by its code. */
    String nameOf(String locality, String group) {
        return rules(locality).group(group).map(HintFile.Group::name).orElse(group);
    }

    List<NotedHint> inOrder(String locality, List<NotedHint> noted) {
        var order = rules(locality).codes();
        return noted.stream()
                .sorted(Comparator.comparingInt(n -> order.indexOf(n.hint().group())))
                .toList();
    }

    Hints together(String locality, List<Hint> hints) {
        return rules(locality).hints(hints);
    }

    private HintRules rules(String locality) {
        var rules = byLocality.get(locality);
        if (rules == null) {
            throw Refusal.notFound();
        }
        return rules;
    }

    private record Named(String name, Resource resource) {}

    /** What is written for one locality wins over what is for all, and then what lies beside this node. */
    private static Named file(Path folder, String locality) {
        return List.of(
                        own(folder.resolve(locality + ".yml")),
                        shipped("localities/" + locality + "/" + FILE),
                        own(folder.resolve(FILE)),
                        shipped(FILE))
                .stream()
                .filter(file -> file.resource().exists())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + ": is not there"));
    }

    private static Named own(Path path) {
        return new Named(path.toString(), new FileSystemResource(path));
    }

    private static Named shipped(String path) {
        return new Named(path, new ClassPathResource(path));
    }
}
