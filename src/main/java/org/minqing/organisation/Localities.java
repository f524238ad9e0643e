package org.minqing.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.policy.PolicyCheck;
import org.minqing.problem.Refusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All localities that this program serves: each folder below {@code localities/} on the class path is one. The units of one may be
 * others later than those of its files; what is kept of them is read anew each time, or compares {@link #all} with what it was.
 */
@Component
public class Localities {

    /** @param all sorted by code */
    private record Present(Map<String, LocalityFiles> files, Map<String, Locality> byCode, List<Locality> all) {

        static Present of(List<LocalityFiles> files) {
            var byCode = new LinkedHashMap<String, Locality>();
            files.stream()
                    .map(Locality::new)
                    .sorted(Comparator.comparing(Locality::code))
                    .forEach(locality -> byCode.put(locality.code(), locality));
            return new Present(
                    LocalityFiles.byCode(files, file -> file.locality().code()), byCode, List.copyOf(byCode.values()));
        }

        /** With other units in one of them. Demonstration people were there at the start. */
        List<LocalityFiles> with(String locality, OrganisationDraft draft) {
            var changed = new ArrayList<LocalityFiles>();
            files.forEach((code, file) -> changed.add(
                    code.equals(locality)
                            ? new LocalityFiles(file.folder(), file.locality(), draft.organisation(), null)
                            : file));
            return changed;
        }
    }

    private volatile Present present;

    /** @throws IllegalStateException listing every fault of the files, so that nothing starts half organised */
    public Localities() {
        this("classpath*:localities");
    }

    Localities(String folders) {
        List<LocalityFiles> files = new LocalityReader(new PathMatchingResourcePatternResolver()).read(folders);
        require(LocalitiesCheck.faults(files));
        present = Present.of(files);
    }

    private static void require(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The localities cannot be used:\n" + String.join("\n", faults));
        }
    }

    /** Sorted by code; the same list as long as nothing changes. */
    public List<Locality> all() {
        return present.all();
    }

    public Optional<Locality> find(String code) {
        return Optional.ofNullable(present.byCode().get(code));
    }

    /** @throws Refusal if there is no such locality */
    public Locality get(String code) {
        return find(code).orElseThrow(Refusal::notFound);
    }

    /** @throws IllegalStateException naming the file and the post, if some post is one of no locality */
    public void requirePosts(PolicyCheck check, Collection<String> posts) {
        for (var post : posts) {
            if (all().stream().noneMatch(locality -> locality.post(post).isPresent())) {
                throw check.wrong("no locality has the post " + post);
            }
        }
    }

    /** The present tree of a locality, to be changed. */
    public OrganisationDraft draft(String locality) {
        return new OrganisationDraft(present.files().get(get(locality).code()).organisation());
    }

    /** One line for each reason why a tree could not be that of a locality. */
    public List<String> faults(String locality, OrganisationDraft draft) {
        return LocalitiesCheck.faults(present.with(locality, draft));
    }

    /**
     * The locality as it would be with that tree.
     *
     * @throws IllegalStateException listing its faults
     */
    public Locality with(String locality, OrganisationDraft draft) {
        require(faults(locality, draft));
        return Present.of(present.with(locality, draft)).byCode().get(locality);
    }

    /**
     * From now on the locality has that tree, in this program alone: the caller brings everything else into step.
     *
     * @throws IllegalStateException listing its faults
     */
    public synchronized void use(String locality, OrganisationDraft draft) {
        require(faults(locality, draft));
        present = Present.of(present.with(locality, draft));
    }
}
