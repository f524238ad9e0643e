package org.minqing.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rules of {@code map.yml}: how urgencies look, what the wall says and how often. */
@Component
public class MapRules {

    /** The outline of a mark. */
    public enum Form {
        @JsonProperty("circle")
        CIRCLE,
        @JsonProperty("triangle")
        TRIANGLE,
        @JsonProperty("square")
        SQUARE,
        @JsonProperty("diamond")
        DIAMOND,
        @JsonProperty("cross")
        CROSS;

        /** As SVG draws it around the point 0,0, no more than 10 to each side. */
        public String path() {
            return Paper.mark(this, 0, 0, 7);
        }
    }

    /** How open appeals of one urgency look; a code of {@code dmn/urgency.dmn}, or {@code undecided}. */
    record Look(String urgency, String name, Form form, String colour, String letter) {}

    private record Wall(Duration every, int fewest) {}

    private record File(List<Look> urgencies, int nearer, Wall wall) {}

    /** Of an appeal about which nothing was decided yet. */
    static final String UNDECIDED = "undecided";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final File file;

    /** @throws IllegalStateException naming file and field, if the file cannot be used */
    @Autowired
    MapRules() {
        this(new PolicyFile("map.yml"));
    }

    MapRules(PolicyFile policy) {
        file = policy.read(File.class);
        var codes = file.urgencies().stream().map(Look::urgency).toList();
        require(codes.contains(UNDECIDED), "urgencies: " + UNDECIDED + " is missing");
        require(codes.stream().distinct().count() == codes.size(), "urgencies: one is there twice");
        require(
                file.urgencies().stream().map(Look::form).distinct().count() == codes.size(),
                "urgencies: two have the same form, and would be told apart by colour alone");
        file.urgencies()
                .forEach(look -> require(
                        COLOUR.matcher(look.colour()).matches(),
                        "urgencies: " + look.urgency() + ": colour is #rrggbb in small letters"));
        require(file.nearer() >= 0 && file.nearer() <= 6, "nearer is 0 to 6");
        require(
                file.wall().every().compareTo(Duration.ofSeconds(5)) >= 0
                        && file.wall().every().compareTo(Duration.ofHours(1)) <= 0,
                "wall.every is PT5S to PT1H");
        require(file.wall().fewest() >= 2, "wall.fewest is 2 or more");
    }

    List<Look> urgencies() {
        return file.urgencies();
    }

    /** By so many steps nearer than the whole, single marks stand in place of the counts of units. */
    public int nearer() {
        return file.nearer();
    }

    /** After so long the wall is read again. */
    public Duration wallEvery() {
        return file.wall().every();
    }

    /** A count of few people that is lower than this is not said. */
    public int fewest() {
        return file.wall().fewest();
    }

    private static void require(boolean sound, String fault) {
        if (!sound) {
            throw new IllegalStateException("map.yml: " + fault);
        }
    }
}
