package org.minqing.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Filter;
import org.minqing.map.MapParts.Mark;
import org.minqing.map.MapParts.Symbol;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.security.StaffMember;

/** Page, picture and wall show a layer that they have never heard of: what it marks is drawn, counted and said. */
class MapWallTest {

    private static final Localities LOCALITIES = new Localities();

    /** As a capability of tomorrow would bring it. */
    private record Wells() implements MapLayer {

        @Override
        public String code() {
            return "wells";
        }

        @Override
        public String name() {
            return "水井";
        }

        @Override
        public String measure() {
            return "口";
        }

        @Override
        public String counted() {
            return "村里的水井。";
        }

        @Override
        public int rank() {
            return 9;
        }

        @Override
        public boolean concerns(StaffMember reader) {
            return true;
        }

        @Override
        public List<Filter> filters(Locality locality) {
            return List.of();
        }

        @Override
        public List<Figure> figures() {
            return List.of(new Figure("wells", "口井", "", ""), new Figure("dry", "干涸", "!", "late"));
        }

        @Override
        public List<Symbol> symbols(Locality locality) {
            return List.of(new Symbol("well", "水井", MapRules.Form.SQUARE, "#123456", "井"));
        }

        @Override
        public List<Mark> marks(StaffMember reader, MapQuestion asked) {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource({"true,0,0", "true,1,<5", "true,4,<5", "true,5,5", "true,60,60", "false,1,1", "false,0,0"})
    void aFewAreNotToldApartWhereFewPeopleStandBehindThem(boolean single, int number, String said) {
        assertThat(MapWall.said(single, number, 5)).isEqualTo(said);
    }

    @Test
    void aNewLayerIsCountedAndDrawnWithoutAnythingElseBeingChanged() {
        var locality = LOCALITIES.get("xinanjie");
        var counts = List.of(
                new UnitCount("xinanjie", "西南街社区", "党总支", 0, false, Map.of("wells", 8, "dry", 1)),
                new UnitCount("xinanjie-1", "第一片区", "分支（片区）", 1, false, Map.of("wells", 7, "dry", 1)),
                new UnitCount("xinanjie-1-01", "第一网格", "网格", 2, true, Map.of("wells", 6, "dry", 1)));
        var marks = IntStream.range(0, 8)
                .mapToObj(i ->
                        new Mark("W" + i, "xinanjie-1-01", null, "well", false, "井", List.of(), Set.of("wells"), "/w"))
                .toList();
        var view = new MapView(
                Instant.parse("2026-03-02T01:00:00Z"),
                locality,
                new Wells(),
                new MapShapes(LOCALITIES).of(locality),
                counts,
                marks);
        var wall = MapWall.of(view, 5);
        assertThat(wall.levels()).contains("3 个分支（片区）", "4 个网格（居民组、小区）");
        assertThat(wall.totals()).extracting(MapWall.Cell::said).containsExactly("8", "0");
        assertThat(wall.nowhere()).isEqualTo(1);
        assertThat(wall.areas()).singleElement().satisfies(area -> {
            assertThat(area.cells()).extracting(MapWall.Cell::said).containsExactly("7", "1");
            assertThat(area.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.cells())
                            .extracting(MapWall.Cell::said)
                            .containsExactly("6", "<5"));
        });
        var picture = MapDrawing.of(
                view, "xinanjie", "", new MapDrawing.Manner(true, (count, number) -> String.valueOf(number)));
        assertThat(picture)
                .contains("水井", "口井", "第一网格", "#123456", "另有 8 口没有位置", "合计（口）")
                .doesNotContain("外圈");
    }
}
