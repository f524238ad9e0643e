package org.minqing.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is wrong in a sheet is named by its row, its column and what is wrong, and nothing of that household is stored. */
@MinqingTest
class DirtyRowsTest extends SheetTalk {

    private static final int ROWS = 200;
    private static final int CONTRADICTIONS = 12;
    private static final String GROUP = "shibu-chengxi-1-01-grid-worker";
    private static final String OTHER = "砖瓦窑沟第二网格";

    /** What stands in one column instead of what is right there, and what is said of it. */
    private record Kind(int column, String instead, String said) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(0, "赶水镇", "不是石堡镇的"),
            new Kind(1, "", "请填住户所在的最小单位"),
            new Kind(1, "天上网格", "石堡镇没有这个单位"),
            new Kind(1, "城西社区砖瓦窑沟片区", "请写到最小的单位"),
            new Kind(1, "二居社区第一网格", "这是赶水镇的单位"),
            new Kind(2, "", "请填地址"),
            new Kind(2, "长".repeat(101), "不能超过 100 个字"),
            new Kind(2, "颠倒\u202e地址", "颠倒文字顺序"),
            new Kind(3, "", "请填姓名"),
            new Kind(3, "名".repeat(41), "不能超过 40 个字"),
            new Kind(3, "\u202e名", "颠倒文字顺序"),
            new Kind(4, "", "请填与户主的关系"),
            new Kind(4, "系".repeat(21), "不能超过 20 个字"),
            new Kind(5, "2099-01-01", "不能晚于今天"),
            new Kind(5, "20990101", "不能晚于今天"),
            new Kind(5, "99999", "不能晚于今天"),
            new Kind(5, "甲子年", "请填出生年份或日期"),
            new Kind(5, "2019-02-30", "请填出生年份或日期"),
            new Kind(5, "2019年13月", "请填出生年份或日期"),
            new Kind(5, "1899", "请填出生年份或日期"),
            new Kind(6, "abc", "请填完整的电话号码"),
            new Kind(6, "123", "请填完整的电话号码"),
            new Kind(6, "0911-000-0001 转 2", "请填完整的电话号码"),
            new Kind(7, "没有的群体", "没有这个重点群体"),
            new Kind(7, "独居老人、没有的群体", "没有这个重点群体"),
            new Kind(8, "查无此人", "不在这个单位担任相应岗位"),
            new Kind(8, "高总支", "不在这个单位担任相应岗位"),
            new Kind(8, "刘网格、马网格", "只能写一位"),
            new Kind(9, "刘网格", "不在这个单位担任相应岗位"),
            new Kind(9, "曹党员，查无此人", "只能写一位"));

    private final Book book = new Book();
    private final Map<Integer, Kind> expected = new LinkedHashMap<>();

    private String[] cells() {
        return new String[] {"石堡镇", PLACE, address(), "误" + System.nanoTime(), "户主", "1970-01-01", "", "", "", "", ""};
    }

    @Autowired
    IdentityService identity;

    @BeforeEach
    void twoMayBeNamed() {
        identity.createMembership("shibu-grid-02", GROUP);
    }

    @AfterEach
    void oneMayBeNamed() {
        identity.deleteMembership("shibu-grid-02", GROUP);
    }

    @Test
    void twoHundredDirtyRowsOfEveryKindAreNamedByRowAndFieldAndNothingOfThemIsStored() {
        for (int i = 0; expected.size() < ROWS - CONTRADICTIONS; i++) {
            var kind = KINDS.get(i % KINDS.size());
            var row = cells();
            row[kind.column()] = kind.instead();
            if (kind.column() == 2 && !kind.instead().isEmpty()) {
                row[2] += i;
            }
            expected.put(book.row(row), kind);
        }
        contradictions();
        assertThat(expected).hasSize(ROWS);
        var right = cells();
        book.row(right);
        var before = stored.rows();
        assertThat(checked(book)).contains("有误的行（" + ROWS + " 行）", "新建 1 户");
        assertThat(stored.rows()).isEqualTo(before);

        var found = new LinkedHashMap<Integer, List<List<String>>>();
        errors().forEach(line -> found.computeIfAbsent(Integer.parseInt(line.get(0)), n -> new ArrayList<>())
                .add(line));
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((row, kind) -> assertThat(found.get(row))
                .as("row " + row + " " + kind)
                .anyMatch(line -> line.get(1).equals(Book.HEADINGS.get(kind.column()))
                        && line.get(2).contains(kind.said())));

        var households = stored.count("select count(*) from household");
        done(confirm());
        runs();
        assertThat(shown(KEEPER, IMPORT)).contains("已导入", "新建 1 户");
        assertThat(at(right[2])).hasSize(1);
        assertThat(stored.count("select count(*) from household")).isEqualTo(households + 1);
    }

    /** What only two rows together get wrong; where nobody can tell which of them is, both are named. */
    private void contradictions() {
        for (int i = 0; i < 3; i++) {
            expected.put(pair(1, PLACE, OTHER), new Kind(1, "", "一户只能在一个单位"));
            expected.put(pair(3, "同" + i, "同 " + i), new Kind(3, "", "是同一个人"));
        }
        for (int i = 0; i < 2; i++) {
            expected.put(pair(8, "刘网格", "马网格"), new Kind(8, "", "一户只有一位"));
            var one = cells();
            var other = cells();
            other[3] = one[3];
            expected.put(book.row(one), new Kind(3, "", "一个人只能在一户"));
            expected.put(book.row(other), new Kind(3, "", "一个人只能在一户"));
        }
    }

    /** A household of two rows, of which the second contradicts the first in that column. */
    private int pair(int column, String first, String second) {
        var one = cells();
        var other = cells();
        other[2] = one[2];
        one[column] = first;
        other[column] = second;
        book.row(one);
        return book.row(other);
    }

    @Test
    void aHouseholdHasNoMorePeopleThanItMay() {
        var many = cells();
        for (int i = 0; i < 21; i++) {
            many[3] = "多" + i;
            book.row(many.clone());
        }
        assertThat(checked(book)).contains("有误 1 户");
        assertThat(errors()).containsExactly(List.of("22", "地址", "一户最多 20 人"));
    }

    @Test
    void whatContradictsThoseWhoAreThereIsNamedAndNothingIsStored() {
        var address = address();
        var name = "在" + System.nanoTime();
        opened(WORKER, "address", address, "fullName", name, "born", "1951-02-03");
        var unit = cells();
        unit[1] = OTHER;
        unit[2] = address;
        book.row(unit);
        var person = cells();
        person[3] = name;
        person[5] = "1951-02-03";
        book.row(person);
        var before = stored.rows();
        assertThat(checked(book)).contains("有误 2 户", "没有可以导入的");
        assertThat(errors())
                .containsExactlyInAnyOrder(
                        List.of("2", "网格", "这个地址登记在另一个单位，一户只能在一个单位"),
                        List.of("3", "姓名", "同名、同一天出生的人已经登记在别的一户；确是两个人的，在档案里添加"));
        assertThat(confirm().statusCode()).isEqualTo(409);
        assertThat(stored.rows()).isEqualTo(before);
    }

    @Test
    void aFormulaIsNamedByItsCellAndNotComputed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("住户");
            for (int i = 0; i < Book.HEADINGS.size(); i++) {
                sheet.value(0, i, Book.HEADINGS.get(i));
            }
            sheet.formula(1, 2, "1+1");
        }
        wrong(upload(KEEPER, bytes.toByteArray()), "单元格 C2 是公式");
    }
}
