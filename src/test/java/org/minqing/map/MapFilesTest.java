package org.minqing.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;

/** A map is sound, or the program does not start and says which feature of which file is wrong, and why. */
class MapFilesTest {

    private static final Localities LOCALITIES = new Localities();

    private static final String SQUARE = "[[[110.0,35.7],[110.2,35.7],[110.2,35.9],[110.0,35.9],[110.0,35.7]]]";

    private static final String GRID = "[[[110.05,35.75],[110.1,35.75],[110.1,35.8],[110.05,35.8],[110.05,35.75]]]";

    private static final String SOUND = """
            {"type":"FeatureCollection","fictitious":true,"source":"示意","features":[
            {"type":"Feature","id":"shibu","properties":{},"geometry":{"type":"Polygon","coordinates":%s}},
            {"type":"Feature","id":"shibu-chengxi-1-01","properties":null,"geometry":{"type":"Polygon","coordinates":%s}}]}
            """.formatted(SQUARE, GRID);

    @TempDir
    Path folder;

    /** Down to the grid; what is smaller is a few households, and stands in no file. */
    @Test
    void eachOfTheFiveLocalitiesHasAFictitiousMapDownToItsGrids() {
        var shapes = new MapShapes(LOCALITIES);
        assertThat(LOCALITIES.all()).hasSize(5).allSatisfy(locality -> {
            var map = shapes.of(locality);
            assertThat(map.fictitious()).isTrue();
            assertThat(map.source()).contains("虚构");
            assertThat(map.shapes())
                    .extracting(LocalityShapes.UnitShape::unit)
                    .startsWith(locality.code())
                    .containsAll(locality.areas().stream()
                            .filter(unit -> unit.posts().contains("grid-worker"))
                            .map(Unit::code)
                            .toList());
        });
    }

    @Test
    void aSoundFileIsReadInTheOrderOfTheTree() throws IOException {
        var read = read(SOUND.getBytes(StandardCharsets.UTF_8));
        assertThat(read.faults()).isEmpty();
        assertThat(read.shapes().shapes())
                .extracting(LocalityShapes.UnitShape::unit)
                .containsExactly("shibu", "shibu-chengxi-1-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"type":"FeatureCollection"     | {"type":"FeatureCollection",,     | is no JSON, line 1
            "source":"示意"                  | "source":"示意","source":"二"      | is no JSON, line 1: Duplicate field 'source'
            "type":"FeatureCollection"      | "type":"Topology"                 | is no FeatureCollection with features
            "features":[                    | "shapes":[                        | is no FeatureCollection with features
            "fictitious":true,              | "fictitious":"yes",               | fictitious: true for made-up shapes
            "source":"示意"                  | "source":" "                      | source: says in up to 100 characters
            "source":"示意"                  | "source":"示意","crs":{"type":"name"} | crs: degrees are WGS-84
            "id":"shibu-chengxi-1-01"       | "id":7                            | features[1] has no id that is the code of a unit
            "id":"shibu-chengxi-1-01"       | "id":"ganshui-erju-01"            | features[1]: shibu has no unit ganshui-erju-01
            "id":"shibu-chengxi-1-01"       | "id":"shibu-nowhere"              | features[1]: shibu has no unit shibu-nowhere
            "id":"shibu-chengxi-1-01"       | "id":"shibu-command"              | features[1] (shibu-command) is an office
            "id":"shibu-chengxi-1-01"       | "id":"shibu"                      | features[1] (shibu) is there twice
            "type":"Polygon","coordinates":[[[110.05 | "type":"MultiPolygon","coordinates":[[[110.05 | features[1] (shibu-chengxi-1-01) has as its geometry MultiPolygon
            [110.1,35.75]                   | [110.1,35.75,12]                  | features[1] (shibu-chengxi-1-01) has three coordinates at [110.1,35.75,12]
            [110.1,35.75]                   | [110.1]                           | features[1] (shibu-chengxi-1-01) has no position of two numbers, but [110.1]
            [110.1,35.75]                   | [110.1,"35.75"]                   | features[1] (shibu-chengxi-1-01) has no position of two numbers
            [110.1,35.75]                   | [110.1,null]                      | features[1] (shibu-chengxi-1-01) has no position of two numbers
            [110.1,35.75]                   | [35.75,110.1]                     | features[1] (shibu-chengxi-1-01) has swapped axes at [35.75,110.1]: longitude comes first
            [110.1,35.75]                   | [119.1,33.5]                      | features[1] (shibu-chengxi-1-01) lies outside the extent of locality.yml at [119.1,33.5]
            [110.1,35.75]                   | [1e999,35.75]                     | features[1] (shibu-chengxi-1-01) lies outside the extent
            [110.05,35.8],[110.05,35.75]]]  | [110.05,35.8]]]                   | features[1] (shibu-chengxi-1-01) has a ring that is not closed
            [110.1,35.8],[110.05,35.8],     | -                                 | features[1] (shibu-chengxi-1-01) has a ring that is not closed, or of less than four positions
            [110.1,35.75],[110.1,35.8]      | [110.1,35.8],[110.1,35.75]        | features[1] (shibu-chengxi-1-01) crosses or touches itself: Self-intersection at 110.07
            [110.1,35.8],[110.05,35.8]      | [110.15,35.75],[110.12,35.75]     | features[1] (shibu-chengxi-1-01) crosses or touches itself
            [[[110.0,35.7]                  | [[[110.07,35.7]                   | features[0] (shibu) has a ring that is not closed
            """)
    void aFaultIsNamedWithFileFeatureAndReason(String written, String instead, String fault) throws IOException {
        assertThat(SOUND).contains(written);
        var text = SOUND.replace(written, instead == null ? "" : instead);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).faults())
                .isNotEmpty()
                .anyMatch(line -> line.startsWith("shibu/map.geojson: " + fault));
    }

    /** Drawn by hand, neighbours never fit exactly; further apart than that one of the two is wrong. */
    @Test
    void smallerOnesLieInsideLargerOnesAndNotOnEachOther() throws IOException {
        var moved = GRID.replace("110.05", "109.95");
        assertThat(read(SOUND.replace(GRID, moved).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("shibu/map.geojson: shibu-chengxi-1-01 reaches out of shibu, to which it belongs");
        var two = SOUND.replace(
                "]}\n",
                ",{\"type\":\"Feature\",\"id\":\"shibu-jijiahe-01\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + GRID + "}}]}\n");
        assertThat(read(two.getBytes(StandardCharsets.UTF_8)).faults())
                .containsExactly("shibu/map.geojson: shibu-chengxi-1-01 lies on shibu-jijiahe-01");
        var slightly = GRID.replace("35.8]", "35.8005]");
        assertThat(read(SOUND.replace(GRID, slightly).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .isEmpty();
    }

    @Test
    void whatIsTooLargeEmptyOrNoTextIsRefused() throws IOException {
        var large = " ".repeat(ShapeFile.MOST_BYTES) + SOUND;
        assertThat(read(large.getBytes(StandardCharsets.UTF_8)).faults())
                .containsExactly("shibu/map.geojson: is larger than 2000000 bytes");
        assertThat(read(new byte[0]).faults()).hasSize(1);
        assertThat(read("null".getBytes(StandardCharsets.UTF_8)).faults()).hasSize(1);
        assertThat(read(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}).faults())
                .singleElement()
                .asString()
                .startsWith("shibu/map.geojson: is no JSON");
        var corners = IntStream.range(0, ShapeOutline.MOST_CORNERS + 1)
                .mapToObj(i -> "[110.1,35." + (70000 + i) + "]")
                .collect(Collectors.joining(",", "[[", "]]"));
        assertThat(read(SOUND.replace(GRID, corners).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("shibu/map.geojson: features[1] (shibu-chengxi-1-01) has more than 5000 corners");
        assertThat(read(SOUND.replaceAll("(?s)\\[\n.*", "[]}").getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("shibu/map.geojson: features: there is none");
    }

    @Test
    void theProgramDoesNotStartAndListsEveryFaultOfEveryFile() throws IOException {
        write(
                "shibu",
                SOUND.replace("\"shibu-chengxi-1-01\"", "\"shibu-nowhere\"").replace("\"source\":\"示意\",", ""));
        write("matou", "{");
        assertThatThrownBy(() ->
                        new MapShapes(LOCALITIES, folder.toUri().toString().replaceAll("/$", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shibu/map.geojson: source")
                .hasMessageContaining("shibu/map.geojson: features[1]: shibu has no unit shibu-nowhere")
                .hasMessageContaining("matou/map.geojson: is no JSON");
    }

    @Test
    void aLocalityWithoutAFileHasNoMapAndStarts() throws IOException {
        write("shibu", SOUND);
        var shapes = new MapShapes(LOCALITIES, folder.toUri().toString().replaceAll("/$", ""));
        assertThat(shapes.of(LOCALITIES.get("shibu")).shapes()).hasSize(2);
        assertThat(shapes.of(LOCALITIES.get("matou")).shapes()).isEmpty();
    }

    @Test
    void anOfficialChecksAFileBeforeItIsPutInItsPlace() throws IOException {
        var file = folder.resolve("new.geojson");
        Files.writeString(file, SOUND);
        assertThat(MapFileCheck.check("shibu", file)).isZero();
        assertThat(MapFileCheck.check("matou", file)).isEqualTo(1);
        assertThat(MapFileCheck.check("atlantis", file)).isEqualTo(2);
        assertThat(MapFileCheck.check("shibu", folder.resolve("none"))).isEqualTo(2);
    }

    private void write(String locality, String text) throws IOException {
        Files.createDirectories(folder.resolve(locality));
        Files.writeString(folder.resolve(locality).resolve(MapShapes.FILE), text);
    }

    private static ShapeFile.Read read(byte[] bytes) throws IOException {
        return ShapeFile.read("shibu/map.geojson", LOCALITIES.get("shibu"), new ByteArrayInputStream(bytes));
    }
}
